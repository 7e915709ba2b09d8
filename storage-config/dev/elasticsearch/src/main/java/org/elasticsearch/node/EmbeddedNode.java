package org.elasticsearch.node;

import java.nio.file.Path;
import java.util.List;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.ClasspathPlugins;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.PluginsLoader;
import org.elasticsearch.plugins.PluginsService;

/**
 * An Elasticsearch node made from the jars of Maven Central alone, without an installation. Tests only.
 *
 * <p>It lives in this package because {@code NodeConstruction} and {@code NodeServiceProvider} are package-private. They are
 * internals without any promise: expect to touch this class when the version moves.
 */
public final class EmbeddedNode extends Node {

    public EmbeddedNode(Path home, Settings settings, List<Plugin> plugins) {
        super(NodeConstruction.prepareConstruction(environment(home, settings), null, services(plugins), true));
    }

    private static Environment environment(Path home, Settings settings) {
        Settings withHome = Settings.builder()
                .put(settings)
                .put("path.home", home.toString())
                .build();
        return new Environment(withHome, home.resolve("config"));
    }

    private static NodeServiceProvider services(List<Plugin> plugins) {
        return new NodeServiceProvider() {
            @Override
            PluginsService newPluginService(Environment environment, PluginsLoader unused) {
                return new ClasspathPlugins(environment, plugins);
            }
        };
    }
}
