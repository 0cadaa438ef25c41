using System.Text.RegularExpressions;
using Azure;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace Lrs.Data.Blobs;

/// <summary>How the container is reached, and how its faults are told to an administrator.</summary>
internal static partial class AzureConnection
{
    // About six seconds in all before a service that does not answer is reported.
    private static readonly BlobClientOptions Patience = new() { Retry = { MaxRetries = 4, Delay = TimeSpan.FromSeconds(0.4) } };

    public static BlobContainerClient Container(string? connectionString, string container)
    {
        if (!ContainerName().IsMatch(container))
        {
            throw new BlobsUnavailableException($"'{container}' is not a container name: 3 to 63 lower-case letters, digits and single hyphens.", null);
        }

        return Service(connectionString).GetBlobContainerClient(container);
    }

    private static BlobServiceClient Service(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new BlobsUnavailableException("ConnectionStrings:Blobs is empty; it is needed for Azure Blob Storage.", null);
        }

        if (Uri.TryCreate(connectionString, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
        {
            return ByAddress(address);
        }

        try
        {
            return new BlobServiceClient(connectionString, Patience);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            // Not the text itself: it holds the account's key.
            throw new BlobsUnavailableException($"ConnectionStrings:Blobs is neither a storage connection string nor the address of a blob service: {fault.Message}", fault);
        }
    }

    private static BlobServiceClient ByAddress(Uri address)
    {
        if (address.Query.Contains("sig=", StringComparison.Ordinal))
        {
            return new BlobServiceClient(address, Patience);
        }

        return address.Scheme is "https"
            ? new BlobServiceClient(address, new DefaultAzureCredential(), Patience)
            : throw new BlobsUnavailableException($"ConnectionStrings:Blobs is the address '{address}', which is not https; an identity is shown over https only.", null);
    }

    public static bool IsFault(Exception fault) => fault is RequestFailedException or AuthenticationFailedException
        || (fault is AggregateException several && several.InnerExceptions.All(IsFault));

    public static BlobsUnavailableException Unavailable(BlobContainerClient container, Exception fault)
    {
        // The library's messages go on for many lines of headers; the first line has the reason.
        var reason = (fault is AggregateException several ? several.InnerExceptions[0] : fault).Message.Split('\n', 2)[0].Trim();
        var place = container.Uri.GetLeftPart(UriPartial.Path);
        return new BlobsUnavailableException($"The blob container '{place}' cannot be used: {reason}", fault);
    }

    [GeneratedRegex(@"\A(?=.{3,63}\z)[a-z0-9](-?[a-z0-9])*\z")]
    private static partial Regex ContainerName();
}
