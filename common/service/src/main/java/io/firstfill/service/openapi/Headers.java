package io.firstfill.service.openapi;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The headers of responses, each described once. */
public final class Headers {
    private Headers() {}

    /** Returns a reference to a header that every document describes. */
    public static Header reference(String name) {
        return OASFactory.createHeader().ref("#/components/headers/" + name);
    }

    static void define(Components components) {
        components.addHeader(
                "X-Correlation-Id",
                header("Names the request in the logs of every part", text().pattern("^[A-Za-z0-9-]{8,64}$")));
        components.addHeader(
                "ETag",
                header(
                        "Names this state of what was read; for If-None-Match, and for If-Match where a PUT wants it",
                        text().pattern("^(W/)?\"[^\"]*\"$").addExample("W/\"3f0c5a\"")));
        components.addHeader("Location", header("Where what was made is read", text().format("uri-reference")));
        components.addHeader(
                "Link",
                header(
                        "The next page (RFC 8288), where there is one",
                        text().addExample("<configurations?after=c3ByaW5n&limit=500>; rel=\"next\"")));
        components.addHeader(
                "Retry-After",
                header(
                        "Seconds until a repetition makes sense",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).minimum(BigDecimal.ZERO)));
        components.addHeader("WWW-Authenticate", header("How a caller signs in", text().addExample("Bearer")));
        components.addHeader("Content-Disposition", header("The name of the file", text()));
    }

    private static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
