/**
 * The JSON format of topics and APIs, and the conversion of messages to bytes and back. The package knows the message
 * families of {@code common/contract} and Jackson, and no broker. It keeps no state but Jackson's readers and writers.
 */
@NullMarked
package io.firstfill.service.json;

import org.jspecify.annotations.NullMarked;
