using System.Text.RegularExpressions;

namespace Lrs.Packages.Modules;

/// <summary>Reads <c>module.yaml</c>: everything about the module but its screens, questions and media, which the caller fills in.</summary>
internal static partial class MetadataReader
{
    /// <summary>The module without content and the names of its screens with their lines; null and faults if a key is missing or wrong.</summary>
    public static (Module Module, IReadOnlyList<(string Id, int Line)> Screens)? Read(YamlMap map)
    {
        var id = Matching(map, "id", Iri(), "an absolute http(s) IRI without a trailing slash, query or fragment");
        var slug = Matching(map, "slug", SlugForm(), "lower-case letters, digits and hyphens");
        var title = map.Text("title");
        var description = map.Text("description");
        var language = Matching(map, "language", LanguageTag(), "a language tag such as en-GB");
        var version = Matching(map, "version", VersionForm(), "three numbers with dots, such as 1.0.0");
        var minutes = map.Number("minutes", 1, 600);
        var audience = map.Text("audience");
        var mastery = map.Number("mastery", 1, 100);
        var publisher = map.Text("publisher");
        var licence = map.Text("licence");
        var screens = map.Texts("screens");
        map.NothingElse();

        foreach (var twice in screens.GroupBy(screen => screen.Text).Where(same => same.Count() > 1))
        {
            map.Fault(twice.Last().Line, $"The screen '{twice.Key}' is there twice.");
        }

        if (id is null || slug is null || title is null || description is null || language is null || version is null
            || minutes is null || audience is null || mastery is null || publisher is null || licence is null)
        {
            return null;
        }

        var module = new Module(
            id, slug, title, description, language, version, minutes.Value, audience, mastery.Value, publisher, licence,
            [], new Assessment("", "", []), new Dictionary<string, byte[]>());
        return (module, screens);
    }

    private static string? Matching(YamlMap map, string key, Regex form, string said)
    {
        var text = map.Text(key);
        if (text is null || form.IsMatch(text))
        {
            return text;
        }

        map.Fault(map.LineOf(key), $"'{key}' must be {said}, not '{text}'.");
        return null;
    }

    [GeneratedRegex("""^https?://[^\s<>"{}|\\^`?#/]+/[^\s<>"{}|\\^`?#]*[^\s<>"{}|\\^`?#/]$""")]
    private static partial Regex Iri();

    [GeneratedRegex("^[a-z][a-z0-9-]{1,59}$")]
    private static partial Regex SlugForm();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageTag();

    [GeneratedRegex(@"^\d{1,5}\.\d{1,5}\.\d{1,5}$")]
    private static partial Regex VersionForm();
}
