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
        ("Marks?$select=Id&$expand=Pupil&$filter=Id in (5,6)", Payloads.Format),
        ("Marks?$select=Id,Pupil&$expand=Pupil,Test($select=Title)&$filter=Id in (5,6)", Payloads.Format),
        ("Marks?$expand=Pupil,Test($select=Title)&$filter=Id eq 5", Payloads.Format with { IsVersion401 = true }),
        ("Pupils?$select=Name&$expand=Marks($select=Id,Given,Score,Took,Passed;$orderby=Score desc;$top=2;$count=true)", Payloads.Format),
        ("Tests?$select=Id&$expand=Marks($select=Id;$expand=Pupil($select=Name;$expand=Marks($select=TestId;$top=1));$filter=Id lt 4)", Payloads.Format),
        ("Tests?$select=Id&$expand=Marks($select=Score;$filter=Id eq @id)&$filter=Id eq 1&@id=1", Payloads.Format with { Metadata = MetadataLevel.Full }),
        ("Tests?$select=Id&$expand=Marks/$count($filter=Passed)", Payloads.Format),
        ("Words?$expand=*", Payloads.Format),
        ("Marks(4)?$expand=Test($expand=Marks($select=Id;$skip=1;$top=1))", Payloads.Format with { Ieee754Compatible = true }),
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

                Approval.Check("Lrs.Tests/OData", "payloads.txt", text.ToString());
            }
        }
    }
}
