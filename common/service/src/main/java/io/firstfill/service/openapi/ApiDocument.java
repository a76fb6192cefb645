package io.firstfill.service.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.IndexView;

/**
 * Completes the OpenAPI document of a service, so that a client can be generated from it and used without edits. Paths
 * are relative to the server, which is the path of the API behind the gateway. Runs after the filters of the services.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 0)
public class ApiDocument implements OASFilter {
    private static final String DOCUMENT = "/openapi";

    private final IndexView index;

    public ApiDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        ValueSchemas.describe(document.getComponents());
        Refusals.define(document.getComponents());
        Headers.define(document.getComponents());
        Tokens.define(document.getComponents());
        moveBelow(root(), document);
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> new ApiOperation(path, method, operation).complete()));
        new UsedSchemas(document).removeOthers();
        new RecordSchemas(index).require(document.getComponents());
        new RequestExamples(document.getComponents()).add(document.getPaths());
        new UsedSchemas(document).removeOthers();
    }

    private static String root() {
        String path = ConfigProvider.getConfig().getValue("quarkus.smallrye-openapi.path", String.class);
        return path.endsWith(DOCUMENT) ? path.substring(0, path.length() - DOCUMENT.length()) : path;
    }

    private static void moveBelow(String root, OpenAPI document) {
        Map<String, PathItem> moved = new LinkedHashMap<>();
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (!path.startsWith(root + "/")) {
                throw new IllegalStateException(path + " is not below " + root);
            }
            moved.put(path.substring(root.length()), item);
        });
        document.getPaths().setPathItems(moved);
        document.setServers(List.of(OASFactory.createServer().url(root).description("Behind the gateway")));
    }
}
