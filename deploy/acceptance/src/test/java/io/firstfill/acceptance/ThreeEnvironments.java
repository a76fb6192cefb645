package io.firstfill.acceptance;

import io.firstfill.local.launch.Stack;

/**
 * Base of scenarios about environments that are shared by two instances each of scanner, trader and risk. The names lie
 * in different partitions, so that each environment can be worked for by either instance.
 */
@StackEnvironments(
        value = {"paper", "second", "north"},
        instances = 2)
public abstract class ThreeEnvironments extends SeveralEnvironments {
    protected ThreeEnvironments(Stack stack) {
        super(stack);
    }
}
