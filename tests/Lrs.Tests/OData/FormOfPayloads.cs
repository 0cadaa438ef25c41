using System.Text;
using Lrs.OData;
using Xunit;

namespace Lrs.Tests.OData;

public sealed class FormOfPayloads
{
    private static readonly (string Url, PayloadFormat Format)[] Cases =
    [
        ("Marks?$top=2&$count=true", Payloads.Format),
        ("Marks?$top=2&$count=true", Payloads.Format with { Metadata = MetadataLevel.None }),
        ("Marks?$top=2&$count=true", Payloads.Format with { Ieee754Compatible = true }),
        ("Marks?$top=1&$count=true", Payloads.Format with { Metadata = MetadataLevel.Full }),
        ("Marks?$top=1&$count=true", Payloads.Format with { Metadata = MetadataLevel.Full, IsVersion401 = true }),
        ("Pupils?$select=Name,Kind,Marks", Payloads.Format),
        ("Pupils?$select=*&$top=0", Payloads.Format),
        ("Marks(2)", Payloads.Format),
        ("Marks(5)?$select=Took,Score", Payloads.Format),
        ("Marks(5)/Pupil", Payloads.Format),
        ("Marks(5)/Score", Payloads.Format),
        ("Words('http://x/y')?$select=Text", Payloads.Format with { Metadata = MetadataLevel.Full }),
    ];

    [Fact]
    public void Is_as_approved_on_every_database()
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                var text = new StringBuilder();
                foreach (var (url, format) in Cases)
                {
                    text.Append(url).Append("  ").Append(format.ContentType).Append('\n').Append(Payloads.Of(database, url, format)).Append("\n\n");
                }

                Approval.Check("payloads.txt", text.ToString());
            }
        }
    }
}
