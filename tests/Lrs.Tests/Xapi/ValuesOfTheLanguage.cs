using Lrs.Xapi;
using Xunit;

namespace Lrs.Tests.Xapi;

public sealed class ValuesOfTheLanguage
{
    [Theory]
    [InlineData("1.0", XapiVersion.V1)]
    [InlineData("1.0.0", XapiVersion.V1)]
    [InlineData("1.0.3", XapiVersion.V1)]
    [InlineData("1.0.32", XapiVersion.V1)]
    [InlineData("2.0.0", XapiVersion.V2)]
    [InlineData("2.0", XapiVersion.V2)]
    [InlineData(" 2.0.0 ", XapiVersion.V2)]
    [InlineData("0.95", null)]
    [InlineData("1.1.0", null)]
    [InlineData("1", null)]
    [InlineData("1.0.", null)]
    [InlineData("1.0.x", null)]
    [InlineData("2.0.1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_version_header_names_a_data_model_or_none(string? header, XapiVersion? version) => Assert.Equal(version, XapiVersions.Parse(header));

    [Theory]
    [InlineData("PT1H30M", "01:30:00")]
    [InlineData("PT16559.14S", "04:35:59.14")]
    [InlineData("P1DT12H36M0.12567S", "1.12:36:00.12567")]
    [InlineData("P4W", "28.00:00:00")]
    [InlineData("PT1,5H", "01:30:00")]
    [InlineData("P0Y0M2D", "2.00:00:00")]
    [InlineData("P1Y", null)]
    [InlineData("P1M", null)]
    [InlineData("PT99999999999999999999H", null)]
    public void A_duration_has_a_length_if_it_has_one(string text, string? length)
    {
        Assert.True(XapiDuration.TryParse(text, out var duration));
        Assert.Equal(text, duration.Text);
        Assert.Equal(length is null ? null : TimeSpan.Parse(length), duration.Length);
    }

    [Theory]
    [InlineData("00:00:00", "PT0S")]
    [InlineData("00:00:00.009", "PT0S")]
    [InlineData("00:01:00", "PT1M")]
    [InlineData("01:02:03.456", "PT1H2M3.45S")]
    [InlineData("2.03:00:00", "PT51H")]
    [InlineData("00:59:59.999", "PT59M59.99S")]
    public void A_length_of_time_is_written_to_hundredths(string length, string text)
    {
        var duration = XapiDuration.Of(TimeSpan.Parse(length));
        Assert.Equal(text, duration.Text);
        Assert.True(XapiDuration.TryParse(duration.Text, out var again));
        Assert.Equal(duration, again);
    }

    [Theory]
    [InlineData("PT1.239S", "PT1.23S")]
    [InlineData("PT1.2S", "PT1.2S")]
    [InlineData("PT1.239H", "PT1.239H")]
    [InlineData("PT1,999S", "PT1,99S")]
    public void Durations_are_compared_to_hundredths_of_a_second(string text, string comparable)
    {
        Assert.True(XapiDuration.TryParse(text, out var duration));
        Assert.Equal(comparable, duration.Comparable);
    }

    [Theory]
    [InlineData("2026-11-24T12:00:00.1234567Z", 1234567)]
    [InlineData("2026-11-24T12:00:00.12345678999Z", 1234567)]
    [InlineData("2026-11-24T13:00:00.5+01:00", 5000000)]
    [InlineData("2026-11-24T06:30:00.5-0530", 5000000)]
    [InlineData("2026-11-24T12:00:00,5", 5000000)]
    public void A_time_is_a_point_in_utc(string text, long ticks)
    {
        Assert.True(XapiTime.TryParse(text, out var time));
        Assert.Equal(Some.Stored.AddTicks(ticks), time.Instant);
        Assert.True(XapiTime.TryParse(time.UtcText, out var again) && again.Instant == time.Instant && again.UtcText.EndsWith('Z'));
    }

    [Fact]
    public void The_store_writes_microseconds() => Assert.Equal("2026-11-24T12:00:00.000001Z", XapiTime.Format(Some.Stored.AddTicks(19).ToOffset(TimeSpan.FromHours(3))));

    [Theory]
    [InlineData("cy", "Helo")]
    [InlineData("en-GB", "Hello")]
    [InlineData("en", "Hello")]
    [InlineData("en-AU, fr;q=0.5", "Bonjour")]
    [InlineData("de, fr-CA;q=0.9, cy;q=0.8", "Bonjour")]
    [InlineData("fr;q=0.1, cy", "Helo")]
    [InlineData("fr;q=0, cy;q=0.2", "Helo")]
    [InlineData("zh-Hant-x-y", "你好")]
    [InlineData("de", "Hello")]
    [InlineData("*, fr;q=0.5", "Hello")]
    [InlineData("", "Hello")]
    [InlineData("??;;,cy", "Helo")]
    public void The_text_that_suits_best_is_chosen(string header, string text)
    {
        var display = Some.Statement("'verb':{'id':'https://x.example/v','display':{'en-GB':'Hello','cy':'Helo','fr':'Bonjour','zh-Hant':'你好'}}").Verb.Display;
        Assert.Equal(text, display.Best(LanguagePreference.Parse(header)));
        Assert.Null(LanguageMap.Empty.Best(LanguagePreference.Parse(header)));
    }

    [Fact]
    public void An_iri_is_kept_as_written_and_compared_by_its_characters()
    {
        Assert.True(Iri.TryParse("HTTP://Example.org:80/%7Ea/../b", out var iri));
        Assert.Equal("HTTP://Example.org:80/%7Ea/../b", iri.Text);
        Assert.True(Iri.TryParse("http://example.org/~a/../b", out var other));
        Assert.NotEqual(other, iri);
    }
}
