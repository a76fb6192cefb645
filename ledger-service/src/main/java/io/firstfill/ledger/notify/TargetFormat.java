package io.firstfill.ledger.notify;

/** What the receiver of a target understands. */
public enum TargetFormat {
    /** JSON of our own, signed by HMAC-SHA256. */
    GENERIC,
    SLACK,
    TELEGRAM,
    DISCORD
}
