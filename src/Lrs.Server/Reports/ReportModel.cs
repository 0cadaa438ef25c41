using System.Collections.Concurrent;
using Lrs.OData;
using Lrs.Server.Accounts;

namespace Lrs.Server.Reports;

/// <summary>
/// The reporting model: flat sets, so that a spreadsheet can use each alone, with navigation beside the keys. Names are fixed; more may be added.
/// </summary>
internal static class ReportModel
{
    /// <summary>The namespace of the schema.</summary>
    public const string Schema = "Lrs.Reports";

    /// <summary>The model; one for all tenants, since every source names its tenant.</summary>
    public static ODataModel Model => Full;

    private static readonly ODataModel Full = new(
        Schema,
        StatementSet.Set,
        PeopleSets.Learners,
        CourseSets.Courses,
        CourseSets.Units,
        RegistrationSet.Set,
        AttemptSets.Attempts,
        AttemptSets.Answers,
        NameSets.Verbs,
        NameSets.Activities,
        ExtensionSet.Set);

    private static readonly ConcurrentDictionary<(bool OfOneForce, ReportDetail Detail), ODataModel> Limited = new();

    /// <summary>The model as a caller with these limits sees it; null for none.</summary>
    public static ODataModel For(ReportLimit? limit) => limit is null ? Full
        : Limited.GetOrAdd((limit.Force is not null, limit.Detail), key => LimitedModel.Of(Full.Sets, key.OfOneForce, key.Detail));
}

/// <summary>Short words for the property lists.</summary>
internal static class Property
{
    private static readonly PropertyType Scaled = PropertyType.Decimal(7, 6);
    private static readonly PropertyType Points = PropertyType.Decimal(18, 6);

    public static ODataProperty Text(string name, SqlPerDialect column, string about) => new(name, PropertyType.String, true, column) { Description = about };

    public static ODataProperty Id(string name, SqlPerDialect column, string about) => new(name, PropertyType.Guid, false, column) { Description = about };

    public static ODataProperty Reference(string name, SqlPerDialect column, string about) => new(name, PropertyType.Guid, true, column) { Description = about };

    public static ODataProperty Truth(string name, SqlPerDialect column, string about) => new(name, PropertyType.Boolean, true, column) { Description = about };

    public static ODataProperty Time(string name, SqlPerDialect column, string about, bool nullable = false) => new(name, PropertyType.DateTimeOffset, nullable, column) { Description = about };

    public static ODataProperty Length(string name, SqlPerDialect column, string about) => new(name, PropertyType.Duration, true, column) { Description = about };

    public static ODataProperty Score(string name, SqlPerDialect column, string about) => new(name, name is "ScoreScaled" or "MasteryScore" or "Progress" ? Scaled : Points, true, column) { Description = about };

    public static ODataProperty Always(this ODataProperty property) => property with { Nullable = false };

    /// <summary>The police year, 1 April to 31 March in London, such as <c>2025/26</c>. It turns at 23:00 UTC on 31 March: summer time has always begun by then.</summary>
    public static ODataProperty FinancialYear(string time) => Text(
        "FinancialYear",
        // The driver keeps the first moment of year 1 as -infinity, which has no year.
        new SqlPerDialect(
            Sqlite: $$"""
                (SELECT printf('%d/%02d', y, (y + 1) % 100) FROM (SELECT CAST(strftime('%Y', m, '-3 months') AS INTEGER) AS y
                 FROM (SELECT date({{time}} / 1000000 + 3600, 'unixepoch', 'start of month') AS m)))
                """,
            Postgres: $$"""
                (SELECT y || '/' || lpad(((y + 1) % 100)::text, 2, '0')
                 FROM (SELECT EXTRACT(YEAR FROM ({{time}} AT TIME ZONE 'UTC') + INTERVAL '1 hour' - INTERVAL '3 months')::int AS y WHERE isfinite({{time}})) AS f)
                """),
        "Financial year (April to March, London) of the day it ended or, while open, began.");
}
