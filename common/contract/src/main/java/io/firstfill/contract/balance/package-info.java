/** The free balances of each account. The trader alone writes this family. */
@NullMarked
package io.firstfill.contract.balance;

import org.jspecify.annotations.NullMarked;
