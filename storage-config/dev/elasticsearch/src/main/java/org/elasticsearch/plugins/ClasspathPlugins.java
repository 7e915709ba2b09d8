package org.elasticsearch.plugins;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.Version;
import org.elasticsearch.env.Environment;

/** Gives a node the plugins that lie on the class path, where the full server scans its folders modules/ and plugins/. */
public final class ClasspathPlugins extends PluginsService {

    private final List<LoadedPlugin> loaded;

    public ClasspathPlugins(Environment environment, List<Plugin> plugins) {
        super(
                environment.settings(),
                environment.configDir(),
                PluginsLoader.createPluginsLoader(Set.of(), Set.of(), Map.of(), false));
        this.loaded = plugins.stream().map(ClasspathPlugins::load).toList();
    }

    @Override
    protected List<LoadedPlugin> plugins() {
        return loaded;
    }

    private static LoadedPlugin load(Plugin plugin) {
        return new LoadedPlugin(describe(plugin), plugin, plugin.getClass().getClassLoader());
    }

    /** What the file plugin-descriptor.properties would say. */
    private static PluginDescriptor describe(Plugin plugin) {
        String name = plugin.getClass().getName();
        String java = Integer.toString(Runtime.version().feature());
        return new PluginDescriptor(
                name,
                "on the class path",
                "NA",
                Version.CURRENT.toString(),
                java,
                name,
                null,
                List.of(),
                false,
                false,
                true,
                false,
                PluginDescriptor.DeploymentTarget.values()[0]);
    }
}
