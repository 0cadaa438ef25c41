using System.ComponentModel.DataAnnotations;

namespace Lrs.Server.Settings;

/// <summary>
/// Everything under <c>Lrs:</c> in the configuration. Bound once at start; a key that is not here, or a value that does not
/// fit, stops the start with a sentence that names the key.
/// </summary>
internal sealed record LrsSettings
{
    /// <summary>Public address of the application: what it calls itself.</summary>
    [Required, HttpAddress]
    public string AppUrl { get; init; } = "http://127.0.0.1:8080";

    /// <summary>Public address of the content origin, on another host name than the application; may hold <c>*</c> for one label per course version.</summary>
    [Required, HttpAddress(Wildcard = true)]
    public string ContentUrl { get; init; } = "http://localhost:8081";

    /// <summary>Where the application listens, when a proxy stands before it.</summary>
    public ListenSettings App { get; init; } = new();

    /// <summary>Where the content origin listens; may be the same as the application's, then the Host tells them apart.</summary>
    public ContentSettings Content { get; init; } = new();

    /// <summary>Addresses or networks (CIDR) of proxies whose forwarded headers count, separated by commas.</summary>
    public string TrustedProxies { get; init; } = "";

    /// <summary>Folder of the SQLite file and of blobs.</summary>
    [Required]
    public string DataPath { get; init; } = ".data";

    /// <summary>What minted IRIs of the first tenant start with, for ever; set it before the first start.</summary>
    [Required, AbsoluteIri]
    public string TenantIri { get; init; } = "https://lrs.example/t/default";

    public DatabaseSettings Database { get; init; } = new();

    public BlobSettings Blobs { get; init; } = new();

    public BootstrapSettings Bootstrap { get; init; } = new();

    public SignInSettings SignIn { get; init; } = new();

    /// <summary>Whose bearer tokens are taken; any number, in any order.</summary>
    public IReadOnlyList<IssuerSettings> Issuers { get; init; } = [];

    public CorsSettings Cors { get; init; } = new();

    public StatementSettings Statements { get; init; } = new();

    public PackageSettings Packages { get; init; } = new();

    public ReportSettings Reports { get; init; } = new();

    public SurveySettings Surveys { get; init; } = new();

    public MetricsSettings Metrics { get; init; } = new();

    public AutoMapperSettings AutoMapper { get; init; } = new();
}

/// <summary>Section <c>Lrs:App</c>.</summary>
internal sealed record ListenSettings
{
    /// <summary>An address such as <c>http://0.0.0.0:8080</c>; empty to listen where the public address points.</summary>
    [HttpAddress]
    public string Listen { get; init; } = "";
}

/// <summary>Section <c>Lrs:Content</c>.</summary>
internal sealed record ContentSettings
{
    /// <summary>An address such as <c>http://0.0.0.0:8081</c>; empty to listen where the public address points.</summary>
    [HttpAddress]
    public string Listen { get; init; } = "";

    /// <summary>Folder of the modules that are imported at first start; empty for none.</summary>
    public string SeedFolder { get; init; } = "content";

    /// <summary>Learning systems whose pages may show every launch in a frame, as origins separated by commas; the one to which a launch returns may without being named.</summary>
    [WebOrigins]
    public string FrameAncestors { get; init; } = "";
}

/// <summary>Section <c>Lrs:Database</c>.</summary>
internal sealed record DatabaseSettings
{
    /// <summary><c>sqlite</c> or <c>postgres</c>; the latter reads <c>ConnectionStrings:Lrs</c>.</summary>
    [RegularExpression("sqlite|postgres", ErrorMessage = "{0} is 'sqlite' or 'postgres'.")]
    public string Engine { get; init; } = "sqlite";
}

/// <summary>Section <c>Lrs:Blobs</c>.</summary>
internal sealed record BlobSettings
{
    /// <summary><c>folder</c> (below <c>Lrs:DataPath</c>) or <c>azure</c>; the latter reads <c>ConnectionStrings:Blobs</c>.</summary>
    [RegularExpression("folder|azure", ErrorMessage = "{0} is 'folder' or 'azure'.")]
    public string Provider { get; init; } = "folder";

    /// <summary>Container in Azure Blob Storage.</summary>
    [RegularExpression("[a-z0-9](-?[a-z0-9]){2,62}", ErrorMessage = "{0} is no name of a container.")]
    public string Container { get; init; } = "lrs";
}

/// <summary>Section <c>Lrs:Bootstrap</c>: what the first start makes. Later starts do not read it.</summary>
internal sealed record BootstrapSettings
{
    /// <summary>Key of the first credential, up to 200 characters without a colon, where HTTP Basic cuts; generated when empty.</summary>
    [RegularExpression(@"[^:\p{C}]{1,200}", ErrorMessage = "{0} has up to 200 characters and no colon or control character.")]
    public string Key { get; init; } = "";

    /// <summary>Secret of the first credential; generated when empty.</summary>
    [RegularExpression(".{20,}", ErrorMessage = "{0} has at least 20 characters.")]
    public string Secret { get; init; } = "";

    /// <summary>E-mail address of the first administrator.</summary>
    [Required, EmailAddress]
    public string AdminEmail { get; init; } = "admin@example.org";

    /// <summary>Password of the first administrator; generated when empty.</summary>
    [RegularExpression(".{12,}", ErrorMessage = "{0} has at least 12 characters.")]
    public string AdminPassword { get; init; } = "";
}

/// <summary>Section <c>Lrs:Statements</c>.</summary>
internal sealed record StatementSettings
{
    /// <summary>Statements in one GET answer when the client does not ask for fewer, and at most.</summary>
    [Range(1, 1000)]
    public int PageSize { get; init; } = 100;

    /// <summary>Largest body of a request with statements, in bytes.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxBody { get; init; } = 32 * 1024 * 1024;

    /// <summary>Largest attachment of a statement, in bytes.</summary>
    [Range(1024, 8L * 1024 * 1024 * 1024)]
    public long MaxAttachment { get; init; } = 128L * 1024 * 1024;

    /// <summary>Largest body of a request that brings attachments, statements and all attachments together, in bytes.</summary>
    [Range(1024, 64L * 1024 * 1024 * 1024)]
    public long MaxMultipart { get; init; } = 512L * 1024 * 1024;

    /// <summary>Statements in one request, at most; over it 413.</summary>
    [Range(1, 1_000_000)]
    public int MaxBatch { get; init; } = 10_000;

    /// <summary>How deep objects and lists of a statement may lie in each other; over it 400.</summary>
    [Range(12, 60)]
    public int MaxDepth { get; init; } = 60;

    /// <summary>Largest document (state, profiles), in bytes.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int MaxDocument { get; init; } = 8 * 1024 * 1024;

    /// <summary>Requests that may wait for the writer of one tenant; over it the answer is 503 with Retry-After.</summary>
    [Range(1, 100_000)]
    public int QueueLength { get; init; } = 2_000;

    /// <summary>Seconds in which the body of a request with statements or a document must have come; over it 408.</summary>
    [Range(1, 3_600)]
    public int BodySeconds { get; init; } = 120;

    /// <summary>Bytes of such bodies that the server holds at one time, from the first byte to the answer; over it 503 with Retry-After.</summary>
    [Range(1024 * 1024, 64L * 1024 * 1024 * 1024)]
    public long BodiesInMemory { get; init; } = 256L * 1024 * 1024;
}

/// <summary>Section <c>Lrs:Packages</c>.</summary>
internal sealed record PackageSettings
{
    /// <summary>Largest upload of a course package, in bytes.</summary>
    [Range(1024, 8L * 1024 * 1024 * 1024)]
    public long MaxUpload { get; init; } = 2L * 1024 * 1024 * 1024;
}

/// <summary>Section <c>Lrs:Reports</c>.</summary>
internal sealed record ReportSettings
{
    /// <summary>Rows in one OData answer; more come by <c>@odata.nextLink</c>.</summary>
    [Range(1, 100_000)]
    public int PageSize { get; init; } = 5_000;

    /// <summary>Rows in one answer as CSV, which people want whole.</summary>
    [Range(1, 10_000_000)]
    public int CsvRows { get; init; } = 1_000_000;

    /// <summary>Seconds that one question may take; over it it is stopped, and the answer is 504.</summary>
    [Range(1, 3_600)]
    public int Seconds { get; init; } = 60;

    /// <summary>Requests in one batch; over it 413.</summary>
    [Range(1, 10_000)]
    public int BatchRequests { get; init; } = 100;

    /// <summary>Largest body of a batch, or of a question that is sent as one, in bytes; over it 413.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxBatch { get; init; } = 1024 * 1024;
}

/// <summary>Section <c>Lrs:Surveys</c>: when answers to anonymous surveys enter the log.</summary>
internal sealed record SurveySettings
{
    /// <summary>How many submissions a survey must have gathered before any is released.</summary>
    [Range(5, 10_000)]
    public int Fewest { get; init; } = 10;

    /// <summary>How many months lie between two releases.</summary>
    [Range(1, 12)]
    public int Months { get; init; } = 1;
}

/// <summary>Section <c>Lrs:Metrics</c>.</summary>
internal sealed record MetricsSettings
{
    /// <summary>May a program on the server's own machine read <c>/metrics</c> without a credential? Turn it off behind a proxy on that machine that sends no <c>X-Forwarded-For</c>.</summary>
    public bool Loopback { get; init; } = true;
}

/// <summary>Section <c>Lrs:AutoMapper</c>.</summary>
internal sealed record AutoMapperSettings
{
    /// <summary>The commercial licence key, where one is held; optional.</summary>
    public string LicenseKey { get; init; } = "";
}
