using Lrs.OData;

namespace Lrs.Tests.OData;

/// <summary>A small school: enough of every type, nullable and not, with navigation both ways.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly ODataContext Context = new() { Now = Now };

    public static ODataModel Model { get; } = new("School", Pupils(), Tests(), Marks(), Words());

    public static ODataOutcome Parse(string url, ODataContext? context = null)
    {
        var mark = url.IndexOf('?');
        return mark < 0
            ? ODataRequest.Parse(url, "", Model, context ?? Context)
            : ODataRequest.Parse(url[..mark], url[(mark + 1)..], Model, context ?? Context);
    }

    public static EntityQuery Query(string url, ODataContext? context = null) => Parse(url, context) switch
    {
        ODataOutcome.Query query => query.Ask,
        ODataOutcome.Single single => single.Ask,
        ODataOutcome.Count count => count.Ask,
        ODataOutcome.Property property => property.Ask,
        var other => throw new InvalidOperationException($"{url}: {other}"),
    };

    private static ODataEntitySet Pupils() => new()
    {
        Name = "Pupils",
        TypeName = "Pupil",
        Description = "Someone who learns.",
        Source = "SELECT * FROM pupil WHERE tenant = @tenant",
        Key = ["Id"],
        Properties =
        [
            new("Id", PropertyType.Guid, false, "id") { Description = "Stays the same for good." },
            new("Name", PropertyType.String, true, "name"),
            new("Kind", PropertyType.String, false, "kind") { AllowedValues = ["staff", "officer"] },
            new("Born", PropertyType.Date, true, "born"),
            new("BuddyId", PropertyType.Guid, true, "buddy_id"),
        ],
        Navigations =
        [
            new("Buddy", "Pupils", false, new NavigationJoin("BuddyId", "Id")),
            new("Marks", "Marks", true, new NavigationJoin("Id", "PupilId")) { Partner = "Pupil" },
        ],
    };

    private static ODataEntitySet Tests() => new()
    {
        Name = "Tests",
        TypeName = "Test",
        Source = "SELECT * FROM test WHERE tenant = @tenant",
        Key = ["Id"],
        Properties =
        [
            new("Id", PropertyType.Int32, false, "id"),
            new("Title", PropertyType.String, false, "title"),
            new("Weight", PropertyType.Double, true, "weight"),
        ],
        Navigations =
        [
            new("Marks", "Marks", true, new NavigationJoin("Id", "TestId")) { Partner = "Test", Description = "All marks of the test." },
        ],
    };

    private static ODataEntitySet Marks() => new()
    {
        Name = "Marks",
        TypeName = "Mark",
        Source = "SELECT * FROM mark WHERE tenant = @tenant",
        Key = ["Id"],
        DefaultOrder = ["Given"],
        Changes = new ODataChanges("{t}.id > @since", "SELECT DISTINCT 77 AS id FROM mark WHERE tenant = @tenant AND @since < 12 UNION SELECT 1 AS id FROM mark WHERE tenant = @tenant"),
        Properties =
        [
            new("Id", PropertyType.Int64, false, "id"),
            new("PupilId", PropertyType.Guid, true, "pupil_id"),
            new("TestId", PropertyType.Int32, false, "test_id"),
            new("Given", PropertyType.DateTimeOffset, false, "given"),
            new("Score", PropertyType.Decimal(9, 4), true, "score"),
            new("Took", PropertyType.Duration, true, "took"),
            new("Passed", PropertyType.Boolean, true, "passed"),
            new("Percent", PropertyType.Decimal(9, 2), true, "{t}.score * 100"),
        ],
        Navigations =
        [
            new("Pupil", "Pupils", false, new NavigationJoin("PupilId", "Id")) { Partner = "Marks" },
            new("Test", "Tests", false, new NavigationJoin("TestId", "Id")) { Partner = "Marks", Nullable = false },
        ],
    };

    private static ODataEntitySet Words() => new()
    {
        Name = "Words",
        TypeName = "Word",
        Source = "SELECT * FROM word WHERE tenant = @tenant",
        Key = ["Iri"],
        Properties = [new("Iri", PropertyType.String, false, "iri"), new("Text", PropertyType.String, true, "text")],
    };
}
