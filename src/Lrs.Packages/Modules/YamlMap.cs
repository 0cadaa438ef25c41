using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Lrs.Packages.Modules;

/// <summary>A YAML mapping read strictly: asked for key by key, and <see cref="NothingElse"/> calls every key that was not asked for a fault.</summary>
internal sealed class YamlMap(YamlMappingNode node, string file, int linesBefore, SourceIndex index)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public int Line => LineOf(node);

    /// <summary>Reads a text that must hold one mapping; null and a fault if it does not.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">Where it stands, for faults.</param>
    /// <param name="linesBefore">Lines of the file before the text.</param>
    /// <param name="index">Takes the faults.</param>
    public static YamlMap? Load(string text, string file, int linesBefore, SourceIndex index)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            index.Fault(file, linesBefore + (int)Math.Max(1, e.Start.Line), $"This is not readable YAML: {e.InnerException?.Message ?? e.Message} (A text with ': ' or ' #' in it needs quotes or '>-'.)");
            return null;
        }

        if (stream.Documents is [{ RootNode: YamlMappingNode map }])
        {
            return new YamlMap(map, file, linesBefore, index);
        }

        index.Fault(file, linesBefore + 1, "Expected lines of the form 'key: value' here.");
        return null;
    }

    /// <summary>The text of a key that must be there; null and a fault if it is missing or empty.</summary>
    public string? Text(string key)
    {
        var text = TextOrNothing(key);
        if (text is null && Find(key) is null)
        {
            Fault($"'{key}' is missing.");
        }

        return text;
    }

    /// <summary>The text of a key that may be there.</summary>
    public string? TextOrNothing(string key)
    {
        var value = Find(key);
        if (value is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
        {
            return text.Trim();
        }

        if (value is not null)
        {
            Fault(value, $"'{key}' must be text and not empty.");
        }

        return null;
    }

    /// <summary>A whole number in a range; null and a fault if it is anything else.</summary>
    public int? Number(string key, int from, int to)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, out var number) && number >= from && number <= to)
        {
            return number;
        }

        Fault(LineOf(key), $"'{key}' must be a whole number from {from} to {to}, not '{text}'.");
        return null;
    }

    /// <summary>True or false; what is said otherwise when the key is not there, and a fault when it holds anything else.</summary>
    public bool YesOrNo(string key, bool otherwise)
    {
        var text = TextOrNothing(key);
        if (text is not (null or "true" or "false"))
        {
            Fault(LineOf(key), $"'{key}' is true or false, not '{text}'.");
        }

        return text is null ? otherwise : text is "true";
    }

    /// <summary>One text or a list of texts, with their lines; empty and a fault if the key is missing or holds anything else.</summary>
    public IReadOnlyList<(string Text, int Line)> Texts(string key)
    {
        IEnumerable<YamlNode> nodes = Find(key) switch
        {
            YamlSequenceNode list => list,
            { } single => [single],
            null => [],
        };
        var texts = nodes.OfType<YamlScalarNode>().Where(one => !string.IsNullOrWhiteSpace(one.Value)).Select(one => (one.Value!.Trim(), LineOf(one))).ToList();
        if (texts.Count == 0 || texts.Count != nodes.Count())
        {
            Fault(LineOf(key), $"'{key}' must be a text or a list of texts.");
        }

        return texts;
    }

    /// <summary>A list of mappings; empty and a fault if the key is missing or holds anything else.</summary>
    public IReadOnlyList<YamlMap> Maps(string key)
    {
        var nodes = Find(key) as YamlSequenceNode;
        var maps = (nodes ?? []).OfType<YamlMappingNode>().Select(map => new YamlMap(map, file, linesBefore, index)).ToList();
        if (maps.Count == 0 || maps.Count != nodes!.Children.Count)
        {
            Fault(LineOf(key), $"'{key}' must be a list of entries with keys.");
        }

        return maps;
    }

    public bool Has(string key) => Find(key) is not null;

    /// <summary>Ends the reading: what was not asked for is not known.</summary>
    public void NothingElse()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !asked.Contains(name))
            {
                Fault(key, $"'{key}' is not a known key here; known are {string.Join(", ", asked)}.");
            }
        }
    }

    /// <summary>The line of a key, or of the mapping when the key is missing.</summary>
    public int LineOf(string key) => LineOf(Find(key) ?? node);

    public void Fault(string message) => Fault(Line, message);

    public void Fault(int line, string message) => index.Fault(file, line, message);

    private void Fault(YamlNode at, string message) => Fault(LineOf(at), message);

    private int LineOf(YamlNode at) => linesBefore + (int)at.Start.Line;

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }
}
