package io.firstfill.mexc.reading;

/** An answer whose readable rows count although others could not be read. */
public interface Partial {

    SkippedRows skipped();
}
