using System.Text;

namespace Lrs.Packages.Modules;

/// <summary>The style and the scripts that go into every package; they are readable files in <c>Runtime/</c>, embedded in this assembly.</summary>
internal static class RuntimeFile
{
    // In the order they are needed; "main" starts the course.
    private static readonly string[] Core = ["record", "state", "screens", "questions", "assessment", "scenarios", "questionnaires", "polls", "events", "main"];

    /// <summary>The text of one file of <c>Runtime/</c>.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(RuntimeFile).Assembly.GetManifestResourceStream($"Lrs.Packages.Modules.Runtime.{name}")
            ?? throw new InvalidOperationException($"The assembly was built without Runtime/{name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The course's script: the files that adapt it to a kind of learning system and the core, in one function so that nothing leaks into the page.</summary>
    public static string Script(IEnumerable<string> adapter)
    {
        var script = new StringBuilder("(() => {\n\"use strict\";\n\n");
        foreach (var name in adapter.Concat(Core))
        {
            script.Append(Text($"{name}.js")).Append('\n');
        }

        return script.Append("})();\n").ToString();
    }
}
