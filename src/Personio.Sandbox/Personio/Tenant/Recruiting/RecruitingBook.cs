namespace Personio.Sandbox.Tenant;

/// <summary>All there is to recruiting.</summary>
internal sealed class RecruitingBook
{
    public Table<RecruitingCategoryRow> Categories { get; } = new();

    public Table<RecruitingJobRow> Jobs { get; } = new();

    public Table<CandidateRow> Candidates { get; } = new();

    public Table<ApplicationRow> Applications { get; } = new();

    /// <summary>What the career page shows.</summary>
    public IReadOnlyList<JobPostingRow> Postings { get; init; } = [];
}
