using Lrs.OData;
using Xunit;

namespace Lrs.Tests.OData;

public sealed class Grammar
{
    [Theory]
    [InlineData("Products/$count($filter=Price gt 5.00) gt 2")]
    [InlineData("Addresses/$filter(endswith(Street,'St'))/$count lt 10")]
    [InlineData("not endswith(Name,'ilk') AND Price Lt 2.55")]
    [InlineData("style has Sales.Pattern'Yellow'")]
    [InlineData("Name in [\"Milk\", 'Cheese']")]
    [InlineData("{\"a\":Customer/Name,\"b\":[1,2 add 3,{}],\"c\":\"\\u0041\\\"\"} eq null")]
    [InlineData("Products/Model.ProductsByColor(color=@color)/any(p:p/x ge -1.5e-3)")]
    [InlineData("@Core.Messages/any(m:m/severity eq 'error')")]
    [InlineData("Price/@Currency#Reporting eq 'EUR'")]
    [InlineData("geo.length(geography'SRID=0;LineString(142.1 64.1,3.14 2.78)') gt -INF")]
    [InlineData("cast(Category,Model.Customer)/Name eq null")]
    public void Of_expressions_is_known(string expression) => Parse(expression);

    [Theory]
    [InlineData("any()")]
    [InlineData("Products/all()")]
    [InlineData("Products/any")]
    [InlineData("FirstName in (FirstName,LastName)")]
    [InlineData("EmailAddresses eq ('Miller','Smith')")]
    [InlineData("a eq \"x")]
    [InlineData("a eq 1x")]
    [InlineData("a ! b")]
    [InlineData("[1,2")]
    [InlineData("{\"a\"}")]
    public void Refuses_what_it_does_not_allow(string expression) => Assert.Throws<RefusedException>(() => Parse(expression));

    private static void Parse(string expression) => new ExpressionParser(expression, "$filter", new NodeBudget(new ODataLimits())).Whole();
}
