using Lrs.OData;
using Xunit;

namespace Lrs.Tests.OData;

public sealed class FaultsOfModels
{
    private static readonly ODataProperty Id = new("Id", PropertyType.Int32, false, "id");

    private static readonly ODataProperty Other = new("Other", PropertyType.Guid, true, "other");

    [Fact]
    public void Of_a_source_that_forgets_the_tenant_stop_the_model() =>
        Refused("The source of As does not name @tenant.", Set("As", "A", source: new("SELECT * FROM a WHERE tenant = @tenant", "SELECT * FROM a")));

    [Fact]
    public void Of_keys_stop_the_model()
    {
        Refused("As has no key.", Set("As", "A", key: []));
        Refused("The key or order Nope of As is not a property that is never null.", Set("As", "A", key: ["Nope"]));
        Refused("The key or order Other of As is not a property that is never null.", Set("As", "A", key: ["Other"]));
    }

    [Fact]
    public void Of_names_stop_the_model()
    {
        Refused("There are two of the entity set 'As'.", Set("As", "A"), Set("as", "B"));
        Refused("There are two of the entity type 'A'.", Set("As", "A"), Set("Bs", "a"));
        Refused("'A-s' in A-s is not a simple identifier.", Set("A-s", "A"));
    }

    [Fact]
    public void Of_navigation_stop_the_model()
    {
        Refused("As/B leads to Bs, which is no entity set.", Set("As", "A", navigation: new("B", "Bs", false, new NavigationJoin("Id", "Id"))));
        Refused("As/B joins nothing.", Set("As", "A", navigation: new("B", "As", false)));
        Refused("As/B joins Other to Id, which are not properties of one type.", Set("As", "A", navigation: new("B", "As", false, new NavigationJoin("Other", "Id"))));
        Refused("As/B and its partner Bs/A do not name each other.",
            Set("As", "A", navigation: new("B", "Bs", false, new NavigationJoin("Id", "Id")) { Partner = "A" }),
            Set("Bs", "B", navigation: new("A", "As", true, new NavigationJoin("Id", "Id"))));
    }

    [Fact]
    public void Of_decimals_stop_the_model()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PropertyType.Decimal(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PropertyType.Decimal(29, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PropertyType.Decimal(5, 6));
    }

    private static void Refused(string message, params ODataEntitySet[] sets) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => new ODataModel("Faulty", sets)).Message);

    private static ODataEntitySet Set(string name, string type, SqlPerDialect? source = null, string[]? key = null, ODataNavigation? navigation = null) => new()
    {
        Name = name,
        TypeName = type,
        Source = source ?? "SELECT * FROM a WHERE tenant = @tenant",
        Key = key ?? ["Id"],
        Properties = [Id, Other],
        Navigations = navigation is null ? [] : [navigation],
    };
}
