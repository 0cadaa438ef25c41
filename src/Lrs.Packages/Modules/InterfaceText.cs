using YamlDotNet.RepresentationModel;

namespace Lrs.Packages.Modules;

/// <summary>What buttons and messages say, from <c>Runtime/text.LANGUAGE.yaml</c>.</summary>
internal sealed class InterfaceText
{
    private readonly Dictionary<string, string> texts;

    private InterfaceText(Dictionary<string, string> texts) => this.texts = texts;

    public string this[string key] => texts[key];

    /// <summary>All texts, for the script, sorted by key.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => texts.OrderBy(text => text.Key, StringComparer.Ordinal);

    /// <summary>Whether there are texts in that language.</summary>
    public static bool Knows(string language) => typeof(InterfaceText).Assembly.GetManifestResourceNames().Contains($"Lrs.Packages.Modules.Runtime.{FileOf(language)}");

    /// <summary>The texts for a language tag; English where there are none in that language.</summary>
    public static InterfaceText For(string language)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(RuntimeFile.Text(Knows(language) ? FileOf(language) : "text.en.yaml")));
        var map = (YamlMappingNode)stream.Documents[0].RootNode;
        return new InterfaceText(map.Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => ((YamlScalarNode)pair.Value).Value!));
    }

    private static string FileOf(string language) => $"text.{language.Split('-')[0]}.yaml";
}
