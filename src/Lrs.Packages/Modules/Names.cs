using System.Text.RegularExpressions;

namespace Lrs.Packages.Modules;

/// <summary>The form of names that authors give to questions, scenarios, scenes and questionnaires.</summary>
internal static partial class Names
{
    /// <summary>The text of a key that must hold such a name; null and a fault if it does not.</summary>
    public static string? Name(this YamlMap map, string key)
    {
        var name = map.Text(key);
        if (name is null || Form().IsMatch(name))
        {
            return name;
        }

        map.Fault(map.LineOf(key), $"The {key} '{name}' may have up to 60 lower-case letters, digits and hyphens, and starts with a letter.");
        return null;
    }

    /// <summary>Whether an id of a choice is one character, as SCORM 1.2 needs it.</summary>
    public static bool IsChoice(string id) => OneCharacter().IsMatch(id);

    [GeneratedRegex("^[a-z][a-z0-9-]{0,59}$")]
    private static partial Regex Form();

    [GeneratedRegex("^[a-z0-9]$")]
    private static partial Regex OneCharacter();
}
