namespace Personio.Rest.Tests.Requests;

public sealed class HalvingTests
{
    [Fact]
    public void Values_that_are_all_accepted_are_sent_together() => Assert.Equal([[1, 2, 3]], Send([1, 2, 3], bad: []));

    [Fact]
    public void Without_values_there_is_no_part() => Assert.Empty(Send([], bad: []));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public void A_bad_value_is_found_and_the_others_are_sent_in_their_order(int bad)
    {
        int[][] sent = Send([1, 2, 3, 4, 5, 6, 7], [bad]);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], sent.SelectMany(part => part));
        Assert.Contains(sent, part => part is [int only] && only == bad);
        Assert.All(sent, part => Assert.True(part.Length == 1 || !part.Contains(bad)));
    }

    [Fact]
    public void Values_that_are_all_bad_are_each_sent_alone() =>
        Assert.Equal([[1], [2], [3]], Send([1, 2, 3], [1, 2, 3]));

    // Values that pass, and values that are refused individually.
    private static int[][] Send(int[] values, int[] bad)
    {
        var sent = new List<int[]>();
        var parts = new Halving<int>(values);
        while (parts.TryTake(out int[]? part))
        {
            if (!part.Any(bad.Contains) || !parts.TrySplit(part))
            {
                sent.Add(part);
            }
        }

        return [.. sent];
    }
}
