using Lrs.OData;

namespace Lrs.Tests.OData;

/// <summary>As much of the model that the corpus of OASIS speaks of as a service like ours can have: sets with keys, plain properties and navigation.</summary>
internal static class OasisModel
{
    public static ODataModel Model { get; } = new(
        "Model",
        Set("Categories", "Category", PropertyType.Int32, ["Name", "Street"], Many("Products", "Products", "CategoryID")),
        Set("Products", "Product", PropertyType.Int32, ["Name", "Color"], Many("Items", "OrderItems", "ProductID"), One("Category", "Categories", "CategoryID"), One("Customer", "Customers", "CustomerID"), One("Supplier", "Suppliers", "SupplierID")),
        Set("Customers", "Customer", PropertyType.String, ["CompanyName", "ContactName", "CountryCode"], Many("Orders", "Orders", "CustomerID")),
        Set("Countries", "Country", PropertyType.String, ["Name", "CountryCode"]),
        Set("Employees", "Employee", PropertyType.String, ["FirstName", "LastName", "City"], One("Manager", "Employees", "ManagerID"), Many("DirectReports", "Employees", "ManagerID")),
        Set("People", "Person", PropertyType.String, ["FirstName"]),
        Set("Orders", "Order", PropertyType.Int32, ["Name"], Many("Items", "OrderItems", "OrderID")),
        OrderItems(),
        Set("Sales", "Sale", PropertyType.Int32, ["Name"]),
        Set("Suppliers", "Supplier", PropertyType.Int32, ["Name"]));

    private static ODataEntitySet Set(string name, string type, PropertyType key, string[] texts, params ODataNavigation[] navigations) => new()
    {
        Name = name,
        TypeName = type,
        Source = "SELECT * FROM x WHERE tenant = @tenant",
        Key = ["ID"],
        Properties =
        [
            new("ID", key, false, "id"),
            .. texts.Select(t => new ODataProperty(t, PropertyType.String, true, t)),
            new("Price", PropertyType.Decimal(9, 2), true, "price"),
            new("Age", PropertyType.Int32, true, "age"),
            new("CategoryID", PropertyType.Int32, true, "c"),
            new("ProductID", PropertyType.Int32, true, "c"),
            new("OrderID", PropertyType.Int32, true, "c"),
            new("SupplierID", PropertyType.Int32, true, "c"),
            new("CustomerID", PropertyType.String, true, "c"),
            new("ManagerID", PropertyType.String, true, "c"),
        ],
        Navigations = navigations,
    };

    private static ODataEntitySet OrderItems() => Set("OrderItems", "OrderItem", PropertyType.Int32, ["ItemID", "Quantity"], One("Product", "Products", "ProductID")) is var set
        ? set with { Key = ["OrderID", "ItemID"], Properties = [.. set.Properties.Where(p => p.Name is not "ID").Select(p => p.Name is "OrderID" or "ItemID" ? p with { Nullable = false } : p)] }
        : set;

    private static ODataNavigation Many(string name, string target, string key) => new(name, target, true, new NavigationJoin("ID", key));

    private static ODataNavigation One(string name, string target, string key) => new(name, target, false, new NavigationJoin(key, "ID"));
}
