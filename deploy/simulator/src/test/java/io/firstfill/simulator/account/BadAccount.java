package io.firstfill.simulator.account;

import io.firstfill.simulator.book.BadBook;

/**
 * Closes a cycle between the packages {@code account} and {@code book}, so that a test can show that a rule finds it.
 */
public record BadAccount(BadBook.KnowsAccounts book) {}
