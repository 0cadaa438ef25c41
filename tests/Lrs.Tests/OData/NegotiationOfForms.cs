using Lrs.OData;
using Xunit;

namespace Lrs.Tests.OData;

public sealed class NegotiationOfForms
{
    [Theory]
    [InlineData(null, null, "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8")]
    [InlineData("*/*", null, "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8")]
    [InlineData("application/json;odata.metadata=minimal;IEEE754Compatible=true", null, "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=true;charset=utf-8")]
    [InlineData("application/json;metadata=full", null, "application/json;odata.metadata=full;odata.streaming=true;IEEE754Compatible=false;charset=utf-8")]
    [InlineData("text/html, application/json;odata.metadata=none;q=0.5, application/xml", null, "application/json;odata.metadata=none;odata.streaming=true;IEEE754Compatible=false;charset=utf-8")]
    [InlineData("application/json;odata.metadata=none;q=0.1,application/json;odata.metadata=full;q=0.9", null, "application/json;odata.metadata=full;odata.streaming=true;IEEE754Compatible=false;charset=utf-8")]
    [InlineData("application/xml", "json", "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8")]
    [InlineData("application/xml", null, null)]
    [InlineData("application/json;q=0", null, null)]
    [InlineData("application/json;odata.metadata=lots", null, null)]
    [InlineData("application/json;odata.metadata=1", null, null)]
    [InlineData(null, "atom", null)]
    public void Follow_the_accepted_type_and_the_format_option(string? accept, string? format, string? contentType) =>
        Assert.Equal(contentType, Negotiation.Json(Payloads.Root, accept, format, null)?.ContentType);

    [Fact]
    public void Use_short_names_only_for_clients_that_ask_for_them()
    {
        Assert.Equal("4.01", Negotiation.Json(Payloads.Root, null, null, "4.01")!.Version);
        Assert.Equal("4.0", Negotiation.Json(Payloads.Root, null, null, "4.0")!.Version);
        Assert.Equal("4.0", Negotiation.Json(Payloads.Root, null, null, null)!.Version);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("4.0", true)]
    [InlineData("4.01", true)]
    [InlineData("3.0", false)]
    [InlineData("x", false)]
    public void Leave_older_protocols_alone(string? maxVersion, bool understood) => Assert.Equal(understood, Negotiation.Understands(maxVersion));

    [Theory]
    [InlineData(null, null)]
    [InlineData("odata.maxpagesize=100", 100)]
    [InlineData("respond-async, maxpagesize=\"5\"", 5)]
    [InlineData("maxpagesize=0", null)]
    [InlineData("maxpagesize=x", null)]
    public void Take_the_page_size_from_the_preference(string? prefer, int? size) => Assert.Equal(size, Preferences.Read(prefer).MaxPageSize);
}
