namespace Personio.Sandbox.Tenant;

/// <summary>The recruiting data of a company.</summary>
internal sealed class CompanyRecruiting
{
    public Table<RecruitingCategoryRow> Categories { get; } = new();

    public Table<RecruitingJobRow> Jobs { get; } = new();

    public Table<CandidateRow> Candidates { get; } = new();

    public Table<ApplicationRow> Applications { get; } = new();

    /// <summary>The job postings on the career page.</summary>
    public IReadOnlyList<JobPostingRow> Postings { get; init; } = [];
}
