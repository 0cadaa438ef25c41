using System.Text;
using Lrs.Server.Accounts;
using Lrs.Server.Http;

namespace Lrs.Server.Pages;

/// <summary>What the page Connect shows.</summary>
/// <param name="OData">Root of the OData service.</param>
/// <param name="Xapi">Root of the record store.</param>
/// <param name="About">Words to which questions are narrowed that take some; empty for none.</param>
/// <param name="MayRead">May the person read reports, and so take an answer from the page itself?</param>
internal sealed record Addresses(string OData, string Xapi, string About, bool MayRead)
{
    /// <summary>The answer to a question, as an absolute address.</summary>
    public string Of(ConnectQuestion question) => OData + question.Query(About);

    /// <summary>A file for a question, as a path.</summary>
    public string FileOf(ConnectQuestion question, ConnectFile file) =>
        $"/connect/{question.Name}.{file.Ending}{(question.TakesWords && About.Length > 0 ? $"?about={Uri.EscapeDataString(About)}" : "")}";
}

/// <summary>How to reach the data from elsewhere: addresses, and files that open a tool on the answer to a question.</summary>
internal static class ConnectPages
{
    private const int MostWords = 500;
    private static readonly Notice NoFile = new("There is no such file", "Go back to Connect and pick one of the files there.");
    private static readonly Notice TooLong = new("These words are too long", $"A question is looked for by at most {MostWords} characters, without line breaks.");

    public static IResult Show(Origins origins, Caller caller, string? about) =>
        Takes(about) ? new View("Connect", At(origins, caller, about)) : new View("Notice", TooLong, 400);

    /// <summary>A file that opens a tool on the answer to a question, or Power BI on all tables.</summary>
    public static IResult File(string question, string ending, string? about, Origins origins, Caller caller)
    {
        if (!Takes(about))
        {
            return new View("Notice", TooLong, 400);
        }

        var addresses = At(origins, caller, about);
        var kind = ConnectFile.All.FirstOrDefault(one => one.Ending == ending);
        var asked = ConnectQuestion.All.FirstOrDefault(one => one.Name == question);
        var text = (question, ending) is ("tables", "pbids") ? ConnectFile.PowerBi(addresses.OData) : kind is null || asked is null ? null : kind.Write(asked, addresses.Of(asked));
        return text is null ? new View("Notice", NoFile, 404) : TypedResults.File(Encoding.UTF8.GetBytes(text), kind!.MediaType, $"{question}.{ending}");
    }

    private static Addresses At(Origins origins, Caller caller, string? about) =>
        new($"{origins.App}/odata/", $"{origins.App}/xapi/", about?.Trim() ?? "", caller.May(Scopes.ReadAll));

    private static bool Takes(string? about) => about is null || (about.Length <= MostWords && !about.Any(char.IsControl));
}
