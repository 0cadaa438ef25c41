using System.Text;
using System.Xml;
using Lrs.OData;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;
using Xunit;

namespace Lrs.Tests.OData;

/// <summary>Microsoft's reader judges what we write.</summary>
public sealed class ReadBack
{
    [Fact]
    public void Metadata_is_read_and_valid()
    {
        using var xml = XmlReader.Create(new StringReader(Sample.Model.Csdl));
        Assert.True(CsdlReader.TryParse(xml, out var model, out var errors), string.Join('\n', errors));
        Assert.Empty(errors);

        // Its check of AllowedValues knows no value of the abstract type that the vocabulary gives them.
        model.Validate(out var faults);
        Assert.DoesNotContain(faults, f => f.ErrorCode != EdmErrorCode.ExpressionPrimitiveKindNotValidForAssertedType);
        var mark = (IEdmEntityType)model.FindType("School.Mark");
        Assert.Equal(6, ((IEdmTemporalTypeReference)mark.FindProperty("Given").Type).Precision);
        Assert.Equal((9, 4), (((IEdmDecimalTypeReference)mark.FindProperty("Score").Type).Precision, ((IEdmDecimalTypeReference)mark.FindProperty("Score").Type).Scale));
        Assert.True(mark.FindProperty("Pupil").Type.IsNullable);
        Assert.False(mark.FindProperty("Test").Type.IsNullable);
        Assert.Equal("PupilId", ((IEdmNavigationProperty)mark.FindProperty("Pupil")).DependentProperties().Single().Name);
        Assert.Equal("Marks", ((IEdmNavigationProperty)mark.FindProperty("Pupil")).Partner.Name);
    }

    [Fact]
    public void Metadata_is_as_approved() => Approval.Check("Lrs.Tests/OData", "metadata.xml", Sample.Model.Csdl + "\n");

    [Fact]
    public void Metadata_says_utf_8() => Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", Sample.Model.Csdl);

    [Theory]
    [InlineData("Marks?$count=true", MetadataLevel.Minimal, false, false)]
    [InlineData("Marks?$count=true", MetadataLevel.Full, false, false)]
    [InlineData("Marks?$select=Id,Given,Score", MetadataLevel.Minimal, true, false)]
    [InlineData("Marks?$count=true", MetadataLevel.Full, true, true)]
    [InlineData("Pupils", MetadataLevel.Full, false, true)]
    [InlineData("Tests(1)/Marks", MetadataLevel.Minimal, false, true)]
    [InlineData("Marks?$expand=Pupil,Test", MetadataLevel.Minimal, false, false)]
    [InlineData("Marks?$expand=Pupil($select=Name),Test", MetadataLevel.Full, true, true)]
    [InlineData("Pupils?$select=Id&$expand=Marks($select=Id;$expand=Test;$count=true)", MetadataLevel.Minimal, false, false)]
    [InlineData("Pupils?$expand=Marks($expand=Test($select=Title))", MetadataLevel.Minimal, false, true)]
    [InlineData("Pupils?$select=Name,Marks&$expand=Marks", MetadataLevel.Full, false, false)]
    public void Collections_are_read(string url, MetadataLevel level, bool ieee, bool short401)
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                var format = Payloads.Format with { Metadata = level, Ieee754Compatible = ieee, IsVersion401 = short401 };
                using var messages = Reader(Payloads.Of(database, url, format, Sample.Context with { MaxPageSize = 4 }), format);
                var reader = messages.CreateODataResourceSetReader();
                var (rows, depth) = (0, 0);
                while (reader.Read())
                {
                    depth += reader.State switch
                    {
                        ODataReaderState.NestedResourceInfoStart => 1,
                        ODataReaderState.NestedResourceInfoEnd => -1,
                        _ => 0,
                    };
                    if (depth > 0)
                    {
                        continue;
                    }

                    if (reader is { State: ODataReaderState.ResourceEnd, Item: ODataResource resource })
                    {
                        rows++;
                        Assert.All(resource.Properties, p => Assert.IsNotType<ODataUntypedValue>(p.Value));
                    }
                    else if (reader is { State: ODataReaderState.ResourceSetEnd, Item: ODataResourceSet set })
                    {
                        Assert.Equal(url.StartsWith("Marks?$count"), set.Count == 12);
                        Assert.Equal(rows == 4 && !url.StartsWith("Pupils"), set.NextPageLink is not null);
                    }
                }

                Assert.Equal(4, rows);
            }
        }
    }

    [Theory]
    [InlineData("Marks(2)", "Id")]
    [InlineData("Marks(2)?$select=Score", "Score")]
    [InlineData("Marks(2)/Pupil", "Name")]
    [InlineData("Words('http://x/y')", "Iri")]
    public void Entities_are_read(string url, string property)
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                foreach (var level in new[] { MetadataLevel.Minimal, MetadataLevel.Full })
                {
                    var format = Payloads.Format with { Metadata = level };
                    using var messages = Reader(Payloads.Of(database, url, format), format);
                    var reader = messages.CreateODataResourceReader();
                    while (reader.Read())
                    {
                        if (reader is { State: ODataReaderState.ResourceEnd, Item: ODataResource resource })
                        {
                            Assert.NotNull(resource.Properties.Single(p => p.Name == property).Value);
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void A_property_is_read()
    {
        foreach (var database in SampleDatabase.Every())
        {
            using (database)
            {
                using var messages = Reader(Payloads.Of(database, "Marks(2)/Took"), Payloads.Format);
                Assert.Equal(TimeSpan.FromHours(1), messages.ReadProperty().Value);
            }
        }
    }

    [Fact]
    public void The_service_document_is_read()
    {
        var text = Payloads.Written(json => Documents.WriteService(Sample.Model, Payloads.Format, json));
        using var messages = Reader(text, Payloads.Format);
        Assert.Equal(["Pupils", "Tests", "Marks", "Words"], messages.ReadServiceDocument().EntitySets.Select(s => s.Name));
    }

    [Fact]
    public void An_error_is_read()
    {
        var refused = Assert.IsType<ODataOutcome.Refused>(Sample.Parse("Marks?$filter=Skore gt 1"));
        using var messages = Reader(Payloads.Written(json => Documents.WriteError(refused, json)), Payloads.Format);
        var error = messages.ReadError();
        Assert.Equal(("property.unknown", "$filter", "$filter, position 0: Mark has no property Skore."), (error.ErrorCode, error.Target, error.Message));
    }

    private static ODataMessageReader Reader(string payload, PayloadFormat format)
    {
        var settings = new ODataMessageReaderSettings { Version = format.IsVersion401 ? ODataVersion.V401 : ODataVersion.V4, MaxProtocolVersion = ODataVersion.V401 };
        return new ODataMessageReader(new Response(payload, format), settings, Sample.Model.Edm);
    }

    private sealed class Response(string payload, PayloadFormat format) : IODataResponseMessage
    {
        public IEnumerable<KeyValuePair<string, string>> Headers =>
            [new("Content-Type", format.ContentType.Replace(";charset=utf-8", "")), new("OData-Version", format.Version)];

        public int StatusCode { get; set; } = 200;

        public string GetHeader(string headerName) => Headers.FirstOrDefault(h => h.Key == headerName).Value;

        public void SetHeader(string headerName, string headerValue) => throw new NotSupportedException();

        public Stream GetStream() => new MemoryStream(Encoding.UTF8.GetBytes(payload));
    }
}
