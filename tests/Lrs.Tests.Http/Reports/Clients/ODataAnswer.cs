using System.Xml;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Xunit;

namespace Lrs.Tests.Http.Reports.Clients;

/// <summary>An answer as Microsoft's reader wants it, and what that reader makes of it.</summary>
internal sealed class ODataAnswer(HttpResponseMessage answer) : IODataResponseMessage
{
    public IEnumerable<KeyValuePair<string, string>> Headers => answer.Headers.Concat(answer.Content.Headers).Select(header => KeyValuePair.Create(header.Key, string.Join(',', header.Value)));

    public int StatusCode
    {
        get => (int)answer.StatusCode;
        set => throw new NotSupportedException();
    }

    public string? GetHeader(string headerName) => Headers.FirstOrDefault(header => header.Key.Equals(headerName, StringComparison.OrdinalIgnoreCase)).Value;

    public void SetHeader(string headerName, string headerValue) => throw new NotSupportedException();

    public Stream GetStream() => answer.Content.ReadAsStream();

    /// <summary>The model that a metadata document describes; it must be without fault.</summary>
    public static async Task<IEdmModel> Model(HttpResponseMessage metadata)
    {
        using var xml = XmlReader.Create(await metadata.Content.ReadAsStreamAsync());
        Assert.True(CsdlReader.TryParse(xml, out var model, out var errors), string.Join("; ", errors));
        return model;
    }

    /// <summary>Reads an answer with rows of a set to its end: how many there are with those expanded, and the link to more.</summary>
    public static (int Rows, Uri? Next) Read(HttpResponseMessage answer, IEdmModel model, string set, Uri root)
    {
        using var message = new ODataMessageReader(new ODataAnswer(answer), new ODataMessageReaderSettings { BaseUri = root, EnableMessageStreamDisposal = false }, model);
        var entities = model.EntityContainer.FindEntitySet(set);
        var reader = message.CreateODataResourceSetReader(entities, entities.EntityType());
        var (rows, next) = (0, (Uri?)null);
        while (reader.Read())
        {
            rows += reader.State is ODataReaderState.ResourceEnd && reader.Item is not null ? 1 : 0;
            next = reader.State is ODataReaderState.ResourceSetEnd ? ((ODataResourceSet)reader.Item!).NextPageLink : next;
        }

        return (rows, next);
    }

    /// <summary>The names and addresses of a service document.</summary>
    public static IReadOnlyList<(string Name, Uri Url)> Service(HttpResponseMessage answer, IEdmModel model, Uri root)
    {
        using var message = new ODataMessageReader(new ODataAnswer(answer), new ODataMessageReaderSettings { BaseUri = root }, model);
        return [.. message.ReadServiceDocument().EntitySets.Select(set => (set.Name, set.Url))];
    }
}
