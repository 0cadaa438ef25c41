using System.Text;
using Lrs.Packages.Modules;
using Xunit;

namespace Lrs.Tests.Modules;

/// <summary>A small module without faults, and ways to change it.</summary>
internal sealed class ModuleSource
{
    private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public ModuleSource()
    {
        With("module.yaml", Metadata);
        With("assessment.yaml", Assessment);
        With("screens/01-start.md", "---\ntitle: Start\n---\nHello **there**.\n");
    }

    public static string Metadata => """
        id: https://example.org/modules/small
        slug: small
        title: Small & simple
        description: A module for tests.
        language: en-GB
        version: 1.0.0
        minutes: 5
        audience: Testers
        mastery: 80
        publisher: Example
        licence: CC0
        screens: [01-start]
        """;

    public static string Assessment => """
        title: Assessment
        introduction: Answer these.
        questions:
          - id: q1
            type: single
            text: One?
            choices:
              - {id: a, text: Yes}
              - {id: b, text: No}
            answer: b
            explanation: Because.
          - id: q2
            type: true-false
            text: True?
            answer: true
            explanation: It is.
        """;

    public ModuleSource With(string name, string text)
    {
        files[name] = Encoding.UTF8.GetBytes(text);
        return this;
    }

    /// <summary>The one screen with another body; its first line is line 4 of the file.</summary>
    public ModuleSource Screen(string body) => With("screens/01-start.md", $"---\ntitle: Start\n---\n{body}\n");

    public ModuleSource Without(string name)
    {
        files.Remove(name);
        return this;
    }

    public ModuleSource Replacing(string name, string old, string by)
    {
        var text = Encoding.UTF8.GetString(files[name]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return With(name, text.Replace(old, by, StringComparison.Ordinal));
    }

    /// <summary>Content by path.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => files;

    public Module Module() => Assert.IsType<ModuleOutcome.Good>(ModuleReader.Read(files)).Module;

    public IReadOnlyList<ModuleFault> Faults() => Assert.IsType<ModuleOutcome.Refused>(ModuleReader.Read(files)).Faults;

    /// <summary>Exactly one fault, there, and its message says so.</summary>
    public void ShouldFail(string file, int line, string saying)
    {
        var fault = Assert.Single(Faults());
        Assert.Equal((file, line), (fault.File, fault.Line));
        Assert.Contains(saying, fault.Message, StringComparison.Ordinal);
    }

    /// <summary>There is such a fault, perhaps with others.</summary>
    public void ShouldBeAmong(string file, string saying) =>
        Assert.Contains(Faults(), fault => fault.File == file && fault.Message.Contains(saying, StringComparison.Ordinal));
}
