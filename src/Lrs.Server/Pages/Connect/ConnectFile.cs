using System.Security;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lrs.Server.Pages;

/// <summary>A file that opens a tool on the answer to a question. It holds the address and no secret: the tool asks for key and secret.</summary>
/// <param name="Ending">Ending of the file's name, without the dot.</param>
/// <param name="Label">What opens it.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Write">Its text, from the question and the absolute address.</param>
internal sealed record ConnectFile(string Ending, string Label, string MediaType, Func<ConnectQuestion, string, string> Write)
{
    public static IReadOnlyList<ConnectFile> All { get; } =
    [
        new("odc", "Excel", "text/x-ms-odc; charset=utf-8", Excel),
        new("pbids", "Power BI", "application/json; charset=utf-8", (_, address) => PowerBi(address)),
        new("pq", "Power Query", "text/plain; charset=utf-8", PowerQuery),
        new("py", "Python", "text/x-python; charset=utf-8", ConnectScripts.Python),
        new("R", "R", "text/plain; charset=utf-8", ConnectScripts.R),
        new("sh", "curl", "application/x-sh; charset=utf-8", ConnectScripts.Curl),
    ];

    /// <summary>A Power BI data source file: a new report that is connected to the address.</summary>
    public static string PowerBi(string address)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("version"u8, "0.1");
            json.WriteStartArray("connections"u8);
            json.WriteStartObject();
            json.WriteStartObject("details"u8);
            json.WriteString("protocol"u8, "odata");
            json.WriteStartObject("address"u8);
            json.WriteString("url"u8, address);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteString("mode"u8, "Import");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    // An M expression for the advanced editor, with the related columns beside the others. Addresses hold neither quotes nor number signs, which would end the text.
    private static string PowerQuery(ConnectQuestion question, string address)
    {
        var steps = new StringBuilder($"let\n    Source = OData.Feed(\"{address}\", null, [Implementation = \"2.0\"])");
        var last = "Source";
        foreach (var (navigation, columns) in question.Related)
        {
            steps.Append($",\n    With{navigation} = Table.ExpandRecordColumn({last}, \"{navigation}\", {List("")}, {List(navigation + " ")})");
            last = "With" + navigation;

            string List(string before) => $"{{{string.Join(", ", columns.Select(column => $"\"{before}{column}\""))}}}";
        }

        return steps.Append($"\nin\n    {last}\n").ToString();
    }

    // An Office data connection that brings its Power Query along ([MS-ODCFF] 2.7.1.1), as Excel itself exports one. The tags before the islands of XML are those Excel looks for.
    private static string Excel(ConnectQuestion question, string address)
    {
        var mashup = $"""
            <Mashup xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://schemas.microsoft.com/DataMashup"><Client>EXCEL</Client><Version>2.59.0.0</Version><MinVersion>2.21.0.0</MinVersion><Culture>en-GB</Culture><SafeCombine>true</SafeCombine><Items><Query Name="{question.Name}"><Formula><![CDATA[{PowerQuery(question, address)}]]></Formula><IsParameterQuery xsi:nil="true" /><IsDirectQuery xsi:nil="true" /></Query></Items></Mashup>
            """;
        var title = SecurityElement.Escape(question.Title);
        return $"""
            <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">
            <head>
            <meta http-equiv=Content-Type content="text/x-ms-odc; charset=utf-8">
            <meta name=ProgId content=ODC.Database>
            <meta name=SourceType content=OLEDB>
            <title>{title}</title>
            <xml id=docprops><o:DocumentProperties xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">
              <o:Description>{title}</o:Description>
              <o:Name>{question.Name}</o:Name>
            </o:DocumentProperties></xml>
            <xml id=msodc><odc:OfficeDataConnection xmlns:odc="urn:schemas-microsoft-com:office:odc" xmlns="http://www.w3.org/TR/REC-html40">
              <odc:PowerQueryConnection odc:Type="OLEDB">
                <odc:ConnectionString>Provider=Microsoft.Mashup.OleDb.1;Data Source=$Workbook$;Location={question.Name};Extended Properties=&quot;&quot;</odc:ConnectionString>
                <odc:CommandType>SQL</odc:CommandType>
                <odc:CommandText>SELECT * FROM [{question.Name}]</odc:CommandText>
              </odc:PowerQueryConnection>
              <odc:PowerQueryMashupData>{SecurityElement.Escape(mashup)}</odc:PowerQueryMashupData>
            </odc:OfficeDataConnection></xml>
            </head>
            </html>

            """.ReplaceLineEndings("\r\n");
    }
}
