/**
 * The command {@code deploy/live-check}: asks an exchange's public endpoints, without a key, and compares what they
 * answer with what this project assumes of them. Each class of facts reads the answers of one part of the exchange and
 * judges them without any I/O. Shares no code with the client of the services: a fault there must not hide here.
 */
@NullMarked
package io.firstfill.local.livecheck;

import org.jspecify.annotations.NullMarked;
