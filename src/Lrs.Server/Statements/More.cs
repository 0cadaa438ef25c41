using System.Text;
using Lrs.Data;
using Lrs.Server.Accounts;

namespace Lrs.Server.Statements;

/// <summary>
/// Where a chain of pages goes on: the position, the head at the first page (upper bound and consistent-through of the whole
/// chain) and the query. Opaque to clients, signed, and without state on the server, so it holds across restarts and nodes.
/// </summary>
/// <param name="At">The position of the last statement given.</param>
/// <param name="Head">The head at the first page.</param>
/// <param name="Query">The query string of the first page.</param>
internal sealed record More(long At, LogHead Head, string Query)
{
    /// <summary>The purpose of the seal.</summary>
    public const string Purpose = "more";

    /// <summary>The text for the <c>more</c> parameter.</summary>
    public string Write(Seal seal) => seal.Close(Encoding.UTF8.GetBytes($"{At} {Head.Seq} {Micros.Of(Head.Stored)} {Query}"));

    /// <summary>Reads the parameter; null when this installation did not make it for this tenant.</summary>
    public static More? Read(string text, Seal seal)
    {
        if (seal.Open(text) is not { } bytes)
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(bytes).Split(' ', 4);
        return new More(long.Parse(parts[0]), new LogHead(long.Parse(parts[1]), Micros.ToTime(long.Parse(parts[2]))), parts[3]);
    }
}
