using System.Text.RegularExpressions;

namespace Lrs.Packages.Modules;

/// <summary>Reads <c>module.yaml</c>: everything about the module but its screens, questions and media, which the caller fills in.</summary>
internal static partial class MetadataReader
{
    /// <summary>The module without content and the names of its screens with their lines; null and faults if a key is missing or wrong.</summary>
    /// <param name="map">The file.</param>
    /// <param name="assessed">Whether the module has an assessment, and so a passing score.</param>
    public static (Module Module, IReadOnlyList<(string Id, int Line)> Screens)? Read(YamlMap map, bool assessed)
    {
        var id = Matching(map, "id", Iri(), "an absolute http(s) IRI without a trailing slash, query or fragment");
        var slug = Matching(map, "slug", SlugForm(), "lower-case letters, digits and hyphens");
        var title = map.Text("title");
        var description = map.Text("description");
        var language = Matching(map, "language", LanguageTag(), "a language tag such as en-GB");
        var version = Matching(map, "version", VersionForm(), "three numbers with dots, such as 1.0.0");
        var minutes = map.Number("minutes", 1, 600);
        var audience = map.Text("audience");
        var mastery = Mastery(map, assessed);
        var publisher = map.Text("publisher");
        var licence = map.Text("licence");
        var follows = Follows(map);
        var screens = map.Texts("screens");
        map.NothingElse();

        foreach (var twice in screens.GroupBy(screen => screen.Text).Where(same => same.Count() > 1))
        {
            map.Fault(twice.Last().Line, $"The screen '{twice.Key}' is there twice.");
        }

        if (id is null || slug is null || title is null || description is null || language is null || version is null
            || minutes is null || audience is null || (assessed && mastery is null) || publisher is null || licence is null)
        {
            return null;
        }

        var module = new Module(
            id, slug, title, description, language, version, minutes.Value, audience, mastery, publisher, licence,
            [], null, follows, [], new Dictionary<string, byte[]>());
        return (module, screens);
    }

    /// <summary>The keys of <c>translations/LANGUAGE/module.yaml</c>: the original with its words in another language.</summary>
    public static Module? Translated(YamlMap map, Module original, string language)
    {
        var title = map.Text("title");
        var description = map.Text("description");
        var audience = map.Text("audience");
        map.NothingElse();
        return title is null || description is null || audience is null ? null
            : original with { Language = language, Title = title, Description = description, Audience = audience, Translations = [] };
    }

    private static int? Mastery(YamlMap map, bool assessed)
    {
        if (assessed)
        {
            return map.Number("mastery", 1, 100);
        }

        if (map.Has("mastery"))
        {
            map.Fault(map.LineOf("mastery"), "Without an assessment.yaml there is nothing to pass; remove 'mastery'.");
        }

        return null;
    }

    private static FollowUp? Follows(YamlMap map)
    {
        if (!map.Has("follows") && !map.Has("after"))
        {
            return null;
        }

        var slug = Matching(map, "follows", SlugForm(), "the slug of the module that it follows");
        var after = Matching(map, "after", DurationForm(), "a duration such as P6M (six months), P2W or P30D");
        return slug is null || after is null ? null : new FollowUp(slug, after);
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

    [GeneratedRegex("^P([1-9][0-9]{0,3})[YMWD]$")]
    private static partial Regex DurationForm();

    [GeneratedRegex(@"^\d{1,5}\.\d{1,5}\.\d{1,5}$")]
    private static partial Regex VersionForm();
}
