using Lrs.OData;
using Lrs.Server.Accounts;

namespace Lrs.Server.Reports;

/// <summary>
/// The reporting model as a limited credential sees it. The limits are made part of every set's source and of the names that exist, so every
/// way to a row (expand, any, crossjoin, apply, keys, search, batches) leads through them: there is nothing else to ask.
/// </summary>
internal static class LimitedModel
{
    /// <summary>How many different people a figure is of at least, when only figures are shown.</summary>
    public const int LeastPeople = 5;

    // What names a person, or is in their own words.
    private static readonly Dictionary<string, string[]> Naming = new()
    {
        ["Learners"] = ["Name", "AccountName", "AccountHomePage", "Mbox"],
        ["Statements"] = ["ActorName", "Response", "Json"],
        ["Answers"] = ["Response"],
    };

    // Whose rows are, and since when they count under a force: as columns of the sources.
    private static readonly Dictionary<string, (string Person, string Day, string Property)> Owned = new()
    {
        ["Learners"] = ("id", Person.Moment, "Id"),
        ["Statements"] = ("learner", "COALESCE(z.day, z.happened)", "LearnerId"),
        ["Registrations"] = ("person", "COALESCE(z.completed, z.started)", "LearnerId"),
        ["Attempts"] = ("person", "COALESCE(z.ended, z.started)", "LearnerId"),
        ["Answers"] = ("person", "COALESCE(z.day, z.stored)", "LearnerId"),
    };

    /// <summary>The model of these sets under a limit.</summary>
    public static ODataModel Of(IReadOnlyList<ODataEntitySet> all, bool ofOneForce, ReportDetail detail)
    {
        var sets = all.AsEnumerable();
        if (detail is not ReportDetail.Full)
        {
            // Extensions hold whatever a client likes, names too.
            sets = sets.Where(set => set.Name is not "Extensions").Select(Unnamed);
        }

        if (ofOneForce)
        {
            sets = sets.Select(set => OfForce(set, all));
        }

        if (detail is ReportDetail.Aggregates)
        {
            sets = sets.Select(Crowded);
        }

        return new ODataModel(ReportModel.Schema, [.. sets]);
    }

    private static ODataEntitySet Unnamed(ODataEntitySet set)
    {
        var naming = Naming.GetValueOrDefault(set.Name, []);
        return set with
        {
            Properties = [.. set.Properties.Where(property => !naming.Contains(property.Name))],
            Navigations = [.. set.Navigations.Where(navigation => navigation.Target is not "Extensions")],
            Searched = [.. (set.Searched ?? set.Properties.Where(p => p.Type.Kind is EdmKind.String && p.AllowedValues is null).Select(p => p.Name)).Except(naming)],
        };
    }

    // No delta links: what left the force could not be told from what never was in it.
    private static ODataEntitySet OfForce(ODataEntitySet set, IReadOnlyList<ODataEntitySet> all)
    {
        var limited = set with { Navigations = [.. set.Navigations.Select(navigation => navigation with { Nullable = true })] };
        if (set.Name is "Extensions")
        {
            var statements = all.Single(other => other.Name is "Statements").Source;
            return limited with
            {
                Source = new SqlPerDialect(
                    Sqlite: $"SELECT x.* FROM ({set.Source.Sqlite}) AS x WHERE x.id IN (SELECT s.id FROM ({Held(statements.Sqlite, "Statements")}) AS s)",
                    Postgres: $"SELECT x.* FROM ({set.Source.Postgres}) AS x WHERE x.id IN (SELECT s.id FROM ({Held(statements.Postgres, "Statements")}) AS s)"),
            };
        }

        return Owned.ContainsKey(set.Name)
            ? limited with { Changes = null, Source = new SqlPerDialect(Held(set.Source.Sqlite, set.Name), Held(set.Source.Postgres, set.Name)) }
            : limited;
    }

    private static string Held(string source, string set) => $"""
        SELECT z.* FROM ({source}) AS z
        WHERE EXISTS (SELECT 1 FROM person_fact h WHERE h.tenant = @tenant AND h.person = z.{Owned[set].Person} AND h.force = {ReadingLimits.ForceName}
                      AND h.since <= {Owned[set].Day} AND (h.until IS NULL OR h.until > {Owned[set].Day}))
        """;

    private static ODataEntitySet Crowded(ODataEntitySet set) => Owned.TryGetValue(set.Name, out var owned)
        ? set with
        {
            Crowd = new ODataCrowd(owned.Property, LeastPeople),
            Changes = null,
            Navigations = [.. set.Navigations.Select(navigation => Owned.ContainsKey(navigation.Target) ? navigation : navigation with { Partner = null })],
            Properties = [.. set.Properties.Select(property => property with { IsCountedOnly = property.Type == PropertyType.Guid && property.Name is not ("CourseId" or "UnitId") })],
        }
        : set with { Navigations = [.. set.Navigations.Where(navigation => !Owned.ContainsKey(navigation.Target))] };
}
