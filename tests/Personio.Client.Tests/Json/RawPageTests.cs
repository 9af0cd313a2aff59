using System.Text;
using System.Text.Json;
using Personio.Client.Json;
using Personio.Client.Tests.Hostile;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Json;

// Runs alone, because it measures the memory of the whole process.
[Collection(Alone.Name)]
public sealed class RawPageTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(3_000)]
    public void A_raw_page_has_its_rows_and_the_link_to_the_next_page(int count)
    {
        byte[] body = PageOf(count);

        Page<RawPage> outline = RawPage.Read(body);
        Page<AttendancePeriod> rows = outline.Items[0].ParseRows<AttendancePeriod>();

        Assert.Equal((count, count, "?cursor=c2"), (outline.Rows, outline.Items[0].Count, outline.Next));
        Assert.Equal(
            Enumerable.Range(0, count).Select(i => $"w-{i}"), rows.Items.Select(row => row.AttendancePeriodId));
        Assert.Empty(rows.Faults);
    }

    [Fact]
    public void A_raw_page_takes_a_fraction_of_its_bytes()
    {
        byte[] body = PageOf(100);
        RawPage.Read(body);
        var kept = new RawPage[100];
        long before = GC.GetTotalMemory(forceFullCollection: true);

        for (int i = 0; i < kept.Length; i++)
        {
            kept[i] = RawPage.Read(body).Items[0];
        }

        Assert.InRange((GC.GetTotalMemory(forceFullCollection: true) - before) / kept.Length, 0, body.Length / 4);
        GC.KeepAlive(kept);
    }

    [Theory]
    [InlineData("""{"_data":[{"id":"1"}""")]
    [InlineData("""{"_data":"rows"}""")]
    [InlineData("[]")]
    public void A_body_that_is_not_a_page_is_refused_on_arrival(string body) =>
        Assert.ThrowsAny<JsonException>(() => { RawPage.Read(Encoding.UTF8.GetBytes(body)); });

    private static byte[] PageOf(int count)
    {
        IEnumerable<string> rows = Enumerable.Range(0, count)
            .Select(i => Sample.Attendance.Replace("w-1", $"w-{i}", StringComparison.Ordinal));
        const string End = """],"_meta":{"links":{"next":{"href":"?cursor=c2"}}}}""";
        return Encoding.UTF8.GetBytes($"{{\"_data\":[{string.Join(',', rows)}{End}");
    }
}
