package vn.sohoa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ElasticsearchFilesTest {

    @Test
    void templateHasTheFieldsAndTheAnalysisOfTheMappingFile() {
        JsonNode mapping = read("documents-index.json");
        JsonNode template = read("elasticsearch/index-template.json").get("template");

        assertThat(template.get("mappings")).isEqualTo(mapping.get("mappings"));
        assertThat(template.at("/settings/analysis")).isEqualTo(mapping.at("/settings/analysis"));
    }

    @Test
    void keyHasTheRightsOfTheRole() {
        assertThat(read("elasticsearch/api-key.json").at("/role_descriptors/sohoa_application"))
                .isEqualTo(read("elasticsearch/role-application.json"));
    }

    @Test
    void secretsGoToOtherMachinesByHttpsOnly() {
        assertThat(settings("https://es1:9200", "secret").apiKey()).isEqualTo("secret");
        assertThat(settings("http://127.0.0.1:9200", "secret").apiKey()).isEqualTo("secret");
        assertThat(settings("http://es1:9200", " ").apiKey()).isNull();
        assertThat(settings("https://es1:9200", "secret")).asString().doesNotContain("secret");
        assertThatThrownBy(() -> settings("http://es1:9200", "secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https");
        assertThatThrownBy(() -> settings("http://me:word@es1:9200", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("word@");
    }

    private static ElasticsearchSettings settings(String url, String key) {
        Duration second = Duration.ofSeconds(1);
        return new ElasticsearchSettings(
                List.of(URI.create(url)),
                key,
                "",
                "",
                Path.of(""),
                "sohoa-documents",
                Path.of("mapping.json"),
                null,
                null,
                second,
                second,
                second,
                second);
    }

    private static JsonNode read(String file) {
        return JsonMapper.shared()
                .readTree(Path.of("storage-config").resolve(file).toFile());
    }
}
