package vn.sohoa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.sohoa.SohoaApplication;
import vn.sohoa.access.Visitor;

/**
 * What other systems were promised (src/docs/openapi.json, OpenAPI 3.1) is what the API does. A change of the API changes that file, and
 * somebody looks at it: {@code -Dgolden.update=true} writes it anew.
 */
class OpenApiIT {
    private static final Path GOLDEN = Path.of("src/docs/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void theApiIsAsItIsDescribed(@TempDir Path data) throws Exception {
        String now = described(data);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, now);
        }
        assertThat(JSON.readTree(now).at("/components/schemas").propertyNames())
                .as("no two shapes of one name")
                .contains("SearchQuestion", "ReuseQuestion", "DossierStanding", "IndicatorReport");
        assertThat(now).isEqualTo(Files.readString(GOLDEN));
    }

    private static String described(Path data) throws Exception {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Visitor.class);
        try (ConfigurableApplicationContext house = new SpringApplicationBuilder(SohoaApplication.class)
                .web(WebApplicationType.SERVLET)
                .logStartupInfo(false)
                .run(
                        "--sohoa.home=" + Path.of("").toAbsolutePath(),
                        "--sohoa.data=" + data,
                        "--server.port=0",
                        "--springdoc.api-docs.enabled=true",
                        "--springdoc.api-docs.version=openapi_3_1",
                        "--springdoc.default-produces-media-type=application/json",
                        "--springdoc.packages-to-scan=vn.sohoa.web.api")) {
            String raw = MockMvcBuilders.webAppContextSetup((WebApplicationContext) house)
                    .build()
                    .perform(get("/v3/api-docs"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            return published(raw);
        }
    }

    /** Without the address of this test, with the way to sign in. */
    private static String published(String raw) throws IOException {
        ObjectNode api = (ObjectNode) JSON.readTree(raw);
        api.remove("servers");
        api.putObject("info").put("title", "SoHoa").put("version", "v1");
        api.withObjectProperty("components")
                .withObjectProperty("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        api.putArray("security").addObject().putArray("bearer");
        ObjectNode problem = api.withObjectProperty("components")
                .withObjectProperty("schemas")
                .putObject("Problem")
                .put("type", "object")
                .put("description", "RFC 9457; title is a code of errors.md");
        for (String text : List.of("type", "title", "detail", "instance", "detail-of")) {
            problem.withObjectProperty("properties").putObject(text).put("type", "string");
        }
        problem.withObjectProperty("properties").putObject("status").put("type", "integer");
        api.get("paths")
                .forEach(path -> path.forEach(operation -> ((ObjectNode) operation)
                        .withObjectProperty("responses")
                        .putObject("default")
                        .put("description", "Problem")
                        .putObject("content")
                        .putObject("application/problem+json")
                        .putObject("schema")
                        .put("$ref", "#/components/schemas/Problem")));
        return JSON.writeValueAsString(JSON.convertValue(api, Object.class)) + "\n";
    }
}
