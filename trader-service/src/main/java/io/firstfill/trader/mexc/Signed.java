package io.firstfill.trader.mexc;

import io.firstfill.mexc.MexcSignedClient;
import io.firstfill.mexc.sign.MexcSigner;

/** One key of an account: it signs, and its client sends. */
record Signed(MexcSigner signer, MexcSignedClient client) {}
