namespace Personio.Client.Tests;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("Vacation", "Vacation", 0)]
    [InlineData("Vacation", "vacation", 1)]
    [InlineData("Vacation", "Vaction", 1)]
    [InlineData("Vacation", "Vacations", 1)]
    [InlineData("Vacation", "Vocation", 1)]
    [InlineData("Vacation", "Vactaion", 2)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("Überstunden", "Uberstunden", 1)]
    [InlineData("abc", "xyz", 3)]
    public void It_counts_the_letters_to_change(string one, string other, int letters)
    {
        Assert.Equal(letters, EditDistance.Between(one, other));
        Assert.Equal(letters, EditDistance.Between(other, one));
    }

    [Fact]
    public void The_most_similar_candidates_come_first_in_any_case() => Assert.Equal(
        ["Vacation", "Vocation"],
        EditDistance.Nearest(["Sick day", "Vocation", "Vacation"], one => one, "VACATOIN", 2));

    [Fact]
    public void Candidates_that_differ_too_much_are_not_suggested() =>
        Assert.Equal(["abd"], EditDistance.Nearest(["xyz", "abd"], one => one, "abc", 3, maxDistance: 1));
}
