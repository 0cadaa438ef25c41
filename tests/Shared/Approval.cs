using Xunit;

namespace Lrs.Tests;

/// <summary>
/// Compares a text with the approved one beside the tests (<c>folder</c> below <c>tests</c>). A different text is written next to it as <c>.received</c>; after a look,
/// rename it, or run with <c>APPROVE=1</c>.
/// </summary>
internal static class Approval
{
    public static void Check(string folder, string name, string text)
    {
        var approved = Repository.Path($"tests/{folder}/Approved/{name}");
        var received = approved + ".received";
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(approved, text);
        }

        var wanted = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (wanted != text.ReplaceLineEndings("\n"))
        {
            File.WriteAllText(received, text);
        }
        else
        {
            File.Delete(received);
        }

        Assert.Equal(wanted, text.ReplaceLineEndings("\n"));
    }
}
