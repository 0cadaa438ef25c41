namespace Lrs.Server.Accounts;

/// <summary>What a caller may do.</summary>
[Flags]
internal enum Scopes
{
    None = 0,

    /// <summary><c>statements/write</c></summary>
    WriteStatements = 1,

    /// <summary><c>statements/read/mine</c>: only statements with this caller's authority.</summary>
    ReadMine = 2,

    /// <summary><c>statements/read</c></summary>
    ReadStatements = 4,

    /// <summary><c>state</c>: read and write state documents.</summary>
    State = 8,

    /// <summary><c>define</c>: definitions of activities and names of agents.</summary>
    Define = 16,

    /// <summary><c>profile</c>: read and write activity and agent profiles.</summary>
    Profile = 32,

    /// <summary><c>all/read</c>: read everything, reports too.</summary>
    ReadAll = 64,

    /// <summary><c>all</c>: everything, management too.</summary>
    All = 128,

    /// <summary><c>reports/read</c>: read reports and nothing else; what it shows can be limited further.</summary>
    ReadReports = 256,
}

/// <summary>The scopes' names as they stand in settings, the database and answers.</summary>
internal static class ScopeNames
{
    private static readonly (Scopes Scope, string Name)[] Names =
    [
        (Scopes.WriteStatements, "statements/write"),
        (Scopes.ReadMine, "statements/read/mine"),
        (Scopes.ReadStatements, "statements/read"),
        (Scopes.State, "state"),
        (Scopes.Define, "define"),
        (Scopes.Profile, "profile"),
        (Scopes.ReadAll, "all/read"),
        (Scopes.ReadReports, "reports/read"),
        (Scopes.All, "all"),
    ];

    /// <summary>Every name, separated by commas, for messages.</summary>
    public static string All { get; } = string.Join(", ", Names.Select(n => n.Name));

    /// <summary>The names of the scopes.</summary>
    public static IEnumerable<string> Of(Scopes scopes) => Names.Where(n => scopes.HasFlag(n.Scope)).Select(n => n.Name);

    /// <summary>The scopes of names separated by spaces; null when one is unknown.</summary>
    public static Scopes? Parse(string text)
    {
        var scopes = Scopes.None;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var found = Names.FirstOrDefault(n => n.Name == word);
            if (found.Name is null)
            {
                return null;
            }

            scopes |= found.Scope;
        }

        return scopes;
    }

    /// <summary>Names separated by spaces.</summary>
    public static string Format(Scopes scopes) => string.Join(' ', Of(scopes));
}
