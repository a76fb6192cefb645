package io.firstfill.ledger.postgres.maintenance;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement with numbered arguments in the form that JDBC takes, in which an argument has no number and a question
 * mark of the statement is doubled.
 *
 * @param arguments the number of the argument at each place
 */
record JdbcStatement(String sql, List<Integer> arguments) {
    private static final Pattern ARGUMENT = Pattern.compile("\\$([0-9])");

    static JdbcStatement of(String numbered) {
        List<Integer> arguments = new ArrayList<>();
        Matcher found = ARGUMENT.matcher(numbered.replace("?", "??"));
        StringBuilder sql = new StringBuilder();
        while (found.find()) {
            arguments.add(Integer.valueOf(found.group(1)));
            found.appendReplacement(sql, "?");
        }
        return new JdbcStatement(found.appendTail(sql).toString(), List.copyOf(arguments));
    }

    /** @param values the first is the argument with number 1 */
    void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int place = 0; place < arguments.size(); place++) {
            statement.setObject(place + 1, values[arguments.get(place) - 1]);
        }
    }
}
