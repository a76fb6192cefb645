package io.firstfill.local.secrets;

/** How the secrets stand in their file. Its {@code toString} shows no secret. */
public interface Sealing {
    /** Readable by whoever may read the file: for keys that open a simulator. */
    Sealing NONE = new Sealing() {
        @Override
        public boolean encrypts() {
            return false;
        }

        @Override
        public String suffix() {
            return ".json";
        }

        @Override
        public String seal(String text) {
            return text;
        }

        @Override
        public String open(String sealed) {
            return sealed;
        }

        @Override
        public String toString() {
            return "Sealing[none]";
        }
    };

    /** Whether the file is of no use without a passphrase. */
    boolean encrypts();

    /** The end of the file's name: sealed and readable secrets never share a file. */
    String suffix();

    String seal(String text);

    /** @throws IllegalArgumentException when the text was not sealed by this passphrase, or was changed */
    String open(String sealed);
}
