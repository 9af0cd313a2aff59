namespace Personio.Client.Tests;

public sealed class FileMarkTests
{
    private static readonly DateTimeOffset s_created = new(2026, 5, 4, 13, 30, 0, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("7781", "7781", true)]
    [InlineData("7781", "7782", false)]
    [InlineData("7781", "", false)]
    [InlineData("0b6c0a0e-52a5-4d8f-9f54-4d1c0e6a2c11", "0b6c0a0e-52a5-4d8f-9f54-4d1c0e6a2c12", false)]
    public void A_file_belongs_to_the_object_of_its_mark(string marked, string asked, bool isOf) =>
        Assert.Equal(isOf, FileMark.Matches(FileMark.TimeOf(marked, s_created), asked));

    [Fact]
    public void A_mark_moves_the_time_by_less_than_a_second()
    {
        DateTime time = FileMark.TimeOf("7781", s_created);

        Assert.Equal(DateTimeKind.Utc, time.Kind);
        Assert.InRange(time - s_created.UtcDateTime, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_time_without_a_fraction_marks_no_document() =>
        Assert.DoesNotContain(
            Enumerable.Range(1, 5000), id => FileMark.Matches(s_created.UtcDateTime, id.ToString("D", null)));
}
