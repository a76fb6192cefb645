package io.firstfill.local.terminal;

import java.util.Optional;

/** Asks the person, or the script, that runs a command. What was typed is empty at the end of the input. */
public interface Terminal {
    /** Whether a person types: a mistake can be asked about. */
    boolean interactive();

    /**
     * Asks for one line.
     *
     * @throws EchoedInputException when a person types where no prompt is seen and every answer is shown
     */
    Optional<String> line(String prompt);

    /**
     * Asks for one line that the terminal does not show.
     *
     * @throws EchoedInputException when the terminal would show it
     */
    Optional<char[]> secret(String prompt);
}
