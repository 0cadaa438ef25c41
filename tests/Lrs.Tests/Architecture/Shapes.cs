using System.Reflection;
using Xunit;

namespace Lrs.Tests.Architecture;

public sealed class Shapes
{
    [Fact]
    public void No_source_file_has_more_than_300_lines() =>
        Assert.Empty(Sources.In("src").Where(file => file.Text.Count(character => character is '\n') > 300).Select(file => file.Path));

    [Fact]
    public void Everything_in_the_server_is_internal_and_closed() => Assert.Empty(Assembly.Load("Lrs.Server").GetTypes()
        .Where(type => type.FullName!.StartsWith("Lrs.Server.", StringComparison.Ordinal) && !type.FullName.Contains('<'))
        .Where(type => type.IsVisible || !(type.IsSealed || type.IsAbstract))
        .Select(type => type.FullName));

    [Theory]
    [InlineData("Manager")]
    [InlineData("Helper")]
    [InlineData("Util")]
    [InlineData("Utils")]
    [InlineData("Service")]
    [InlineData("Dto")]
    [InlineData("Impl")]
    public void No_file_has_a_name_that_says_nothing(string ending) =>
        Assert.DoesNotContain(Sources.In("src"), file => Path.GetFileNameWithoutExtension(file.Path).EndsWith(ending, StringComparison.Ordinal));
}
