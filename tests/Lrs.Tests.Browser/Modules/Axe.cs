using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Lrs.Tests.Browser.Modules;

/// <summary>axe-core in the page: what it finds against WCAG 2.2 A and AA and good practice.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Script = new(() => File.ReadAllText(Repository.Path("tests/node_modules/axe-core/axe.min.js")));

    // How govuk-frontend makes its parts, tried with screen readers by its makers: a radio that says whether what it opens is open, and a button for a file
    // whose name is that of the field before what is in it.
    private static readonly Dictionary<string, string> Known = new()
    {
        ["aria-allowed-attr"] = "class=\"govuk-radios__input\"",
        ["label-content-name-mismatch"] = "class=\"govuk-file-upload-button",
    };

    /// <summary>Nothing may be found in what the frame shows now.</summary>
    /// <param name="frame">The page of the module.</param>
    /// <param name="where">Said with what is found.</param>
    public static async Task FindsNothing(IFrame frame, string where)
    {
        if (!await frame.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await frame.EvaluateAsync(Script.Value);
        }

        var found = await frame.EvaluateAsync<JsonElement>("""
            async (known) => (await axe.run(document, { resultTypes: ['violations'], iframes: false })).violations
                .map((rule) => ({ ...rule, nodes: rule.nodes.filter((node) => !(rule.id in known && node.html.includes(known[rule.id]))) }))
                .filter((rule) => rule.nodes.length > 0)
                .map((rule) => `${rule.id}: ${rule.help}: ${rule.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`)
            """, Known);
        Assert.True(found.GetArrayLength() is 0, $"{where}: {string.Join('\n', found.EnumerateArray().Select(rule => rule.GetString()))}");
    }
}
