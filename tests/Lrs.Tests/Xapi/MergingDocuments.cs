using System.Text;
using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Xapi;

public sealed class MergingDocuments
{
    [Theory]
    [InlineData("{}", "{}", "{}")]
    [InlineData("{'a':1,'b':{'x':1}}", "{'b':{'y':2},'c':3}", "{'a':1,'b':{'y':2},'c':3}")]
    [InlineData("{'a': 1.50, 'b' : null }", "{}", "{'a': 1.50,'b' : null}")]
    [InlineData("{}", " { 'a' : [ 1 , 2 ] } ", "{'a' : [ 1 , 2 ]}")]
    [InlineData("{'a':1}", "{'\\u0061':2}", "{'\\u0061':2}")]
    [InlineData("{'a':1,'a':2}", "{'b':3}", "{'a':2,'b':3}")]
    public void Top_level_properties_are_replaced_whole_and_the_rest_stays_byte_for_byte(string old, string change, string merged) =>
        Assert.Equal(merged, Encoding.UTF8.GetString(JsonMerge.Merge(Some.Json(old), Some.Json(change), new Faults())!).Replace('"', '\''));

    [Theory]
    [InlineData("[]", "{}")]
    [InlineData("{}", "[1]")]
    [InlineData("text", "{}")]
    [InlineData("{}", "")]
    [InlineData("{}", "{'a':1}{")]
    [InlineData("{}", "{'a':")]
    [InlineData("{}", "null")]
    public void What_is_no_object_cannot_be_merged(string old, string change)
    {
        var faults = new Faults();
        Assert.Null(JsonMerge.Merge(Some.Json(old), Some.Json(change), faults));
        Assert.Equal(Rule.DocumentObject, Assert.Single(faults).Rule);
    }

    [Fact]
    public void Bytes_that_are_no_utf_8_are_no_object() => Assert.False(JsonMerge.IsObject(new byte[] { 0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d }, new Faults()));

    [Fact]
    public void Definitions_gain_languages_and_extensions_and_replace_the_rest() =>
        Assert.Equal(
            "{'name':{'en':'Two','cy':'Un','fr':'Deux'},'type':'https://x.example/t','extensions':{'https://x.example/1':1,'https://x.example/2':2},'moreInfo':'https://x.example/m'}",
            Encoding.UTF8.GetString(DefinitionMerge.Merge(
                Some.Json("{'name':{'en':'One','cy':'Un'},'type':'https://x.example/t','extensions':{'https://x.example/1':1}}"),
                Some.Json("{'name':{'en':'Two','fr':'Deux'},'moreInfo':'https://x.example/m','extensions':{'https://x.example/2':2}}"))).Replace('"', '\''));
}
