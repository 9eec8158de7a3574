-- Lists and feeds show the first photo of the body where an article has no lead photo: such rows are rendered again, as if an older
-- release had rendered them.
UPDATE published SET photos = NULL WHERE lead_photo IS NULL AND photos IS NOT NULL AND photos <> '[]';
