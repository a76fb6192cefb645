package io.firstfill.trader.mexc;

import io.firstfill.trader.warmup.WarmUpSettings;
import jakarta.inject.Singleton;

/** The settings of everything that speaks to the exchange. */
@Singleton
record MexcTraderSettings(ClockSettings clock, PrivateStreamSettings stream, WarmUpSettings warmUp) {}
