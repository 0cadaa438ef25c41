using System.Xml.Linq;
using Lrs.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Lrs.Server.Accounts;

/// <summary>Keeps the keys that protect cookies in the database, so that a session holds on every node and across restarts.</summary>
internal sealed class CookieKeys(Database database, TimeProvider clock) : IXmlRepository
{
    private const string Purpose = "cookies";

    // The interface is synchronous; it is called at start and when a key is renewed (every 90 days), never per request.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        database.ReadReference(
            work => work.All("SELECT value FROM signing_key WHERE purpose = @purpose ORDER BY created", row => XElement.Parse(System.Text.Encoding.UTF8.GetString(row.Bytes(0))), ("@purpose", Purpose)),
            CancellationToken.None).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) =>
        database.WriteReference(
            work => work.Run(
                "INSERT INTO signing_key (purpose, id, value, created) VALUES (@purpose, @id, @value, @now) ON CONFLICT DO NOTHING",
                ("@purpose", Purpose),
                ("@id", friendlyName),
                ("@value", System.Text.Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting))),
                ("@now", clock.GetUtcNow())),
            CancellationToken.None).GetAwaiter().GetResult();
}
